package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A provider of sign-ins with a key of its own, which writes tokens as Google or Apple do. */
public record LocalProvider(String name, String issuer, String client, String keyName, KeyPair key) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One whose keys nobody knows yet. */
    public static LocalProvider of(String name, String issuer, String client) {
        return new LocalProvider(name, issuer, client, "key-" + UUID.randomUUID(), pair(2048));
    }

    /** A pair of keys with so many bits. */
    public static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same provider with another key. */
    public LocalProvider rotated() {
        return of(name, issuer, client);
    }

    /** Puts its keys where they are looked for, as if they were fetched then. */
    public LocalProvider published(Instant fetchedAt) {
        LocalAws.DYNAMODB.putItem(put -> put.tableName(LocalAws.TABLE)
                .item(Map.of(
                        "PK", AttributeValue.fromS("IDP#" + name),
                        "SK", AttributeValue.fromS("KEYS"),
                        "keys", AttributeValue.fromS(jwks()),
                        "fetchedAt", AttributeValue.fromN(Long.toString(fetchedAt.toEpochMilli())))));
        return this;
    }

    /** Its keys as it publishes them. */
    public String jwks() {
        return "{\"keys\":[" + jwk() + "]}";
    }

    /** Its key as it publishes it. */
    public ObjectNode jwk() {
        RSAPublicKey half = (RSAPublicKey) key.getPublic();
        return JSON.createObjectNode()
                .put("n", number(half.getModulus()))
                .put("alg", "RS256")
                .put("kid", keyName)
                .put("kty", "RSA")
                .put("e", number(half.getPublicExponent()))
                .put("use", "sig");
    }

    /** A good token about somebody, issued now. */
    public LocalIdToken token(String subject) {
        return token(subject, Instant.now());
    }

    /** A good token about somebody, issued at this time. */
    public LocalIdToken token(String subject, Instant now) {
        return LocalIdToken.of(this, subject, now);
    }

    static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Token.encoded(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
