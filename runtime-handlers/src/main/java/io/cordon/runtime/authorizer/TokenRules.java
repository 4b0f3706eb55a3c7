package io.cordon.runtime.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.authorizer.Refused.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** What a token must claim: who wrote it, for whom, about whom, when and for how long. */
record TokenRules(String issuer, String audience, Duration longest) {
    /** How far the issuer's clock may be ahead of ours. A token's end has no leeway: it is ours to keep. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** No address, no blank, and no {@code #}, which separates the parts of a table's keys. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private static final Pattern SCOPES = Pattern.compile("([a-z0-9:._-]{1,64}( [a-z0-9:._-]{1,64}){0,31})?");

    /** Whom it speaks for, now. */
    Identity check(JsonNode claims, Instant now) {
        require(issuer.equals(claims.path("iss").textValue()));
        require(isForUs(claims.path("aud")));
        require(OPAQUE.matcher(text(claims, "sub")).matches());
        require(OPAQUE.matcher(text(claims, "jti")).matches());
        String scope = claims.has("scope") ? text(claims, "scope") : "";
        require(SCOPES.matcher(scope).matches());
        life(claims, now.getEpochSecond());
        return new Identity(text(claims, "sub"), scope);
    }

    private void life(JsonNode claims, long now) {
        long issued = seconds(claims.path("iat"));
        long begins = claims.has("nbf") ? seconds(claims.path("nbf")) : issued;
        long ends = seconds(claims.path("exp"));
        require(Math.max(issued, begins) <= now + SKEW.toSeconds());
        require(issued < ends && ends - issued <= longest.toSeconds());
        if (now >= ends) {
            throw new Refused(Fault.EXPIRED);
        }
    }

    private boolean isForUs(JsonNode audiences) {
        return audiences.isArray()
                ? audiences.size() == 1 && isForUs(audiences.get(0))
                : audience.equals(audiences.textValue());
    }

    private static String text(JsonNode claims, String name) {
        JsonNode claim = claims.path(name);
        require(claim.isTextual());
        return claim.textValue();
    }

    private static long seconds(JsonNode claim) {
        // From 0 on, no sum or difference of two of them leaves the range of a long.
        require(claim.isIntegralNumber() && claim.canConvertToLong() && claim.longValue() >= 0);
        return claim.longValue();
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new Refused(Fault.CLAIMS);
        }
    }
}
