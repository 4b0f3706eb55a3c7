package io.cordon.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.cordon.runtime.auth.Untrusted.Fault;
import io.cordon.runtime.identity.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.regex.Pattern;

/** A provider's token (OpenID Connect); what it claims can be read only through its signature. */
final class IdToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final String keyName;
    private final String signed;
    private final String claims;
    private final String signature;

    private IdToken(String keyName, String[] parts) {
        this.keyName = keyName;
        this.signed = parts[0] + "." + parts[1];
        this.claims = parts[1];
        this.signature = parts[2];
    }

    /** Reads the compact form. Whatever key a header brings along or points to is not looked at. */
    static IdToken parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new Untrusted(Fault.FORM);
        }
        String[] parts = text.split("\\.", -1);
        ObjectNode header = object(parts[0]);
        boolean plain = "RS256".equals(header.path("alg").textValue())
                && !header.has("crit")
                && header.path("typ").asText("JWT").equals("JWT");
        if (!plain) {
            throw new Untrusted(Fault.ALGORITHM);
        }
        JsonNode name = header.path("kid");
        if (!name.isTextual()) {
            throw new Untrusted(Fault.KEY);
        }
        return new IdToken(name.textValue(), parts);
    }

    /** The key that is said to have signed it. */
    String keyName() {
        return keyName;
    }

    /** What it claims, if this key signed it. The algorithm is ours, and not read from the token. */
    ObjectNode claims(RSAPublicKey key) {
        if (StrictJson.bytes(signature).isEmpty()) {
            throw new Untrusted(Fault.FORM);
        }
        try {
            boolean signedByKey = new RSASSAVerifier(key)
                    .verify(
                            new JWSHeader(JWSAlgorithm.RS256),
                            signed.getBytes(StandardCharsets.US_ASCII),
                            new Base64URL(signature));
            if (signedByKey) {
                return object(claims);
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("JOSEException");
        }
        throw new Untrusted(Fault.SIGNATURE);
    }

    private static ObjectNode object(String part) {
        return StrictJson.bytes(part)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(StrictJson::object)
                .orElseThrow(() -> new Untrusted(Fault.FORM));
    }
}
