package io.cordon.runtime.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import java.time.Clock;

/** Finds out who somebody is, without asking anybody outside. */
record IdTokens(TrustedKeys keys, IdTokenRules rules, Meter meter, Clock clock) {
    /** Whom the provider has vouched for; refuses all else in one sentence, whatever was wrong. */
    Identity verify(Credential credential) {
        try {
            IdToken token = IdToken.parse(credential.idToken());
            ObjectNode claims = token.claims(keys.find(credential.provider(), token.keyName()));
            return rules.check(credential.provider(), claims, credential.nonce(), clock.instant());
        } catch (Untrusted e) {
            meter.count(Metric.ID_TOKENS_REFUSED, e.fault());
            throw new Refusal(new Problem(
                    401, "id-token-refused", "Not signed in", "The ID token does not prove who signs in here."));
        }
    }
}
