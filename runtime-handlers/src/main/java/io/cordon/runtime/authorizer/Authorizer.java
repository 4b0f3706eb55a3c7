package io.cordon.runtime.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import java.time.Clock;
import java.util.Map;

/** Lets in who holds a good token, and nobody else. */
record Authorizer(SigningKeys keys, TokenRules rules, Meter meter, Clock clock) {
    /** What API Gateway needs to know: whom it lets in, where, and what the functions read of the caller. */
    Map<String, Object> answer(JsonNode event) {
        Map<String, Object> policy = StagePolicy.of(event.path("methodArn").asText());
        Identity caller = identify(event);
        meter.count(Metric.TOKENS_ACCEPTED);
        return Map.of(
                "principalId", caller.subject(), "policyDocument", policy, "context", Map.of("scope", caller.scope()));
    }

    private Identity identify(JsonNode event) {
        try {
            AccessToken token = AccessToken.parse(BearerToken.of(event));
            return rules.check(token.claims(keys.find(token.keyId())), clock.instant());
        } catch (Refused e) {
            meter.count(Metric.TOKENS_REFUSED, e.fault());
            throw e;
        }
    }
}
