package io.cordon.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.auth.Untrusted.Fault;
import io.cordon.runtime.identity.Provider;
import io.cordon.runtime.platform.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an ID token must claim.
 *
 * @param clients the client ids of each provider whose tokens are for us
 */
record IdTokenRules(Map<Provider, Set<String>> clients) {
    /** How far a provider's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(60);
    /** Apple's tokens live for a day; nobody signs in that slowly. */
    static final Duration OLDEST = Duration.ofHours(1);

    /** Google's are digits, Apple's have two dots; no address is one. */
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    /** Whom it is about, now, for whoever knows the nonce behind its hash. */
    Identity check(Provider provider, JsonNode claims, String nonce, Instant now) {
        require(Fault.CLAIMS, provider.issuers().contains(claims.path("iss").asText()));
        require(Fault.CLAIMS, isForUs(provider, claims.path("aud")));
        JsonNode subject = claims.path("sub");
        require(
                Fault.CLAIMS,
                subject.isTextual() && SUBJECT.matcher(subject.textValue()).matches());
        life(claims, now.getEpochSecond());
        require(Fault.NONCE, Sha256.hex(nonce).equals(claims.path("nonce").textValue()));
        return new Identity(
                provider,
                subject.textValue(),
                address(claims),
                PersonName.of(claims.path("given_name").textValue()),
                PersonName.of(claims.path("family_name").textValue()));
    }

    private boolean isForUs(Provider provider, JsonNode audience) {
        return audience.isTextual() && clients.getOrDefault(provider, Set.of()).contains(audience.textValue());
    }

    private static void life(JsonNode claims, long now) {
        long issued = seconds(claims.path("iat"));
        long begins = claims.has("nbf") ? seconds(claims.path("nbf")) : issued;
        long ends = seconds(claims.path("exp"));
        require(Fault.TIME, Math.max(issued, begins) <= now + SKEW.toSeconds());
        require(Fault.TIME, now < ends + SKEW.toSeconds());
        require(Fault.TIME, now - issued <= OLDEST.plus(SKEW).toSeconds());
    }

    /** Only an address that the provider has verified; Apple may write that as a text. */
    private static Optional<String> address(JsonNode claims) {
        String address = claims.path("email").asText();
        boolean verified = claims.path("email_verified").asText().equals("true");
        return verified && ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    private static long seconds(JsonNode claim) {
        // From 0 on, no sum or difference of two of them leaves the range of a long.
        require(
                Fault.CLAIMS,
                claim.isIntegralNumber()
                        && claim.canConvertToLong()
                        && claim.longValue() >= 0
                        && claim.longValue() <= Long.MAX_VALUE / 2);
        return claim.longValue();
    }

    private static void require(Fault fault, boolean fine) {
        if (!fine) {
            throw new Untrusted(fault);
        }
    }
}
