package io.cordon.runtime.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.cordon.runtime.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Writes access tokens (RFC 9068), exactly as {@code authorizer} takes them.
 *
 * @param life how long one is good: the longest that {@code authorizer} lets in
 * @param scopes what it lets its holder do, separated by spaces
 */
record AccessTokens(Signer signer, String issuer, String audience, Duration life, String scopes, Clock clock) {
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final int SIGNATURE_BYTES = 64;
    private static final int ID_BITS = 128;

    /** One for this person, from now on. */
    String issue(PersonId person) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(person.value())
                .jwtID(RandomText.ofBits(ID_BITS))
                .claim("scope", scopes)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(ACCESS_TOKEN)
                .keyID(signer.keyId())
                .build();
        return signed(new JWSObject(header, claims.toPayload()).getSigningInput());
    }

    private String signed(byte[] content) {
        try {
            byte[] signature = ECDSA.transcodeSignatureToConcat(signer.sign(content), SIGNATURE_BYTES);
            return new String(content, StandardCharsets.US_ASCII) + "." + Base64URL.encode(signature);
        } catch (JOSEException e) {
            throw new IllegalStateException("KMS has signed in another form");
        }
    }
}
