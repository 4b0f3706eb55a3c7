package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** An ID token as a provider writes it, or bent; signed by the JDK, not by the library under test. */
public final class LocalIdToken {
    private static final JsonMapper JSON = new JsonMapper();

    private final LocalProvider provider;
    private final String nonce = "nonce-" + UUID.randomUUID();
    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();

    private LocalIdToken(LocalProvider provider) {
        this.provider = provider;
    }

    static LocalIdToken of(LocalProvider provider, String subject, Instant now) {
        LocalIdToken token = new LocalIdToken(provider);
        token.header.put("alg", "RS256").put("kid", provider.keyName()).put("typ", "JWT");
        token.claims.put("iss", provider.issuer()).put("aud", provider.client()).put("sub", subject);
        token.claims.put("email", subject + "@example.org").put("email_verified", true);
        token.claims.put("nonce", sha256(token.nonce));
        token.claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + 3600);
        return token;
    }

    /** Who signed it. */
    public LocalProvider provider() {
        return provider;
    }

    /** What the one who asked for it keeps; the token has its SHA-256. */
    public String nonce() {
        return nonce;
    }

    /** With this JSON in the header; {@code null} takes it out. */
    public LocalIdToken header(String name, String json) {
        set(header, name, json);
        return this;
    }

    /** With this JSON as a claim; {@code null} takes it out. */
    public LocalIdToken claim(String name, String json) {
        set(claims, name, json);
        return this;
    }

    /** The header as written. */
    public String header() {
        return header.toString();
    }

    /** The claims as written. */
    public String claims() {
        return claims.toString();
    }

    /** In compact form. */
    public String signed() {
        return signed(header(), claims());
    }

    /** Header and claims as written, signed by the provider. */
    public String signed(String otherHeader, String otherClaims) {
        String content = Token.encoded(otherHeader.getBytes(StandardCharsets.UTF_8)) + "."
                + Token.encoded(otherClaims.getBytes(StandardCharsets.UTF_8));
        return content + "." + Token.encoded(signature(content, provider.key().getPrivate()));
    }

    /** The SHA-256 of a text, in hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(String content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(ObjectNode object, String name, String json) {
        try {
            if (json == null) {
                object.remove(name);
            } else {
                object.set(name, JSON.readTree(json));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
