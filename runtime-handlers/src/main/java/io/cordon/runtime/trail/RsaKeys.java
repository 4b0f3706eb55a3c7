package io.cordon.runtime.trail;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Reads an RSA key as CloudTrail gives it: PKCS #1 in DER, which Java knows only inside a SubjectPublicKeyInfo. */
final class RsaKeys {
    /** The algorithm's identifier: rsaEncryption, no parameters (RFC 8017, appendix A.1). */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;

    private RsaKeys() {}

    /**
     * Returns the key.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PublicKey fromPkcs1(byte[] key) {
        byte[] bits = tagged(BIT_STRING, joined(new byte[] {0}, key));
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(tagged(SEQUENCE, joined(RSA, bits))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA key in PKCS #1", e);
        }
    }

    private static byte[] tagged(int tag, byte[] content) {
        byte[] length = content.length < 0x80
                ? new byte[] {(byte) content.length}
                : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(new byte[] {(byte) tag}, joined(length, content));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
