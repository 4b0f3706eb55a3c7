package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** An access token as our issuer writes it, or bent; signed by the JDK, not by the library under test. */
public final class Token {
    /** Who issues good tokens. */
    public static final String ISSUER = "https://sign-in.example.org";
    /** For whom they are. */
    public static final String AUDIENCE = "clinic-api";
    /** How long they may live, in seconds. */
    public static final long LONGEST = 900;

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalKms.Key key;
    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();

    private Token(LocalKms.Key key) {
        this.key = key;
    }

    /** A good one, issued at this time. */
    public static Token of(LocalKms.Key key, String subject, Instant now) {
        Token token = new Token(key);
        token.header.put("alg", "ES256").put("typ", "at+jwt").put("kid", key.id());
        token.claims.put("iss", ISSUER).put("aud", AUDIENCE).put("sub", subject);
        token.claims.put("jti", "token-1").put("scope", "documents:read documents:write");
        token.claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + LONGEST);
        return token;
    }

    /** With this JSON in the header; {@code null} takes it out. */
    public Token header(String name, String json) {
        return set(header, name, json);
    }

    /** With this JSON as a claim; {@code null} takes it out. */
    public Token claim(String name, String json) {
        return set(claims, name, json);
    }

    /** In compact form. */
    public String signed() {
        return signed(header.toString(), claims.toString(), key);
    }

    /** Header and claims as written, signed by this key. */
    public static String signed(String header, String claims, LocalKms.Key key) {
        String content = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        return content + "." + encoded(signature(content, key));
    }

    /** The claims as written. */
    public String claims() {
        return claims.toString();
    }

    /** The header as written. */
    public String header() {
        return header.toString();
    }

    /** In Base64 for URLs, without padding. */
    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] signature(String content, LocalKms.Key key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.pair().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Token set(ObjectNode object, String name, String json) {
        try {
            JsonNode value = json == null ? null : JSON.readTree(json);
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
