package io.cordon.runtime.trail;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes in hexadecimal. */
final class Sha256 {
    private Sha256() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(algorithm().digest(bytes));
    }

    /** Of all that can be read, in pieces. */
    static String of(InputStream in) throws IOException {
        MessageDigest hash = algorithm();
        byte[] piece = new byte[64 << 10];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            hash.update(piece, 0, read);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
