package io.cordon.runtime.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.cordon.runtime.authorizer.Refused.Fault;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A token whose header is as ours are (RFC 9068); what it claims can be read only through its signature. */
final class AccessToken {
    /** All that our issuer writes. No {@code crit}, {@code jwk}, {@code jku} or {@code x5c} can so have an effect. */
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

    private final String keyId;
    private final String signed;
    private final String claims;
    private final String signature;

    private AccessToken(String keyId, String[] parts) {
        this.keyId = keyId;
        this.signed = parts[0] + "." + parts[1];
        this.claims = parts[1];
        this.signature = parts[2];
    }

    /** Reads the compact form. */
    static AccessToken parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refused(Fault.FORM);
        }
        ObjectNode header = StrictJson.object(parts[0]);
        Set<String> names = header.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!names.equals(HEADER)
                || !"ES256".equals(header.path("alg").textValue())
                || !"at+jwt".equalsIgnoreCase(header.path("typ").textValue())) {
            throw new Refused(Fault.ALGORITHM);
        }
        JsonNode keyId = header.path("kid");
        if (!keyId.isTextual()) {
            throw new Refused(Fault.KEY);
        }
        return new AccessToken(keyId.textValue(), parts);
    }

    /** The key that is said to have signed it. */
    String keyId() {
        return keyId;
    }

    /** What it claims, if this key signed it. The algorithm is ours, and not read from the token. */
    ObjectNode claims(ECPublicKey key) {
        StrictJson.bytes(signature);
        try {
            boolean signedByKey = new ECDSAVerifier(key)
                    .verify(
                            new JWSHeader(JWSAlgorithm.ES256),
                            signed.getBytes(StandardCharsets.US_ASCII),
                            new Base64URL(signature));
            if (signedByKey) {
                return StrictJson.object(claims);
            }
        } catch (JOSEException e) {
            throw new Outage("JOSEException");
        }
        throw new Refused(Fault.SIGNATURE);
    }
}
