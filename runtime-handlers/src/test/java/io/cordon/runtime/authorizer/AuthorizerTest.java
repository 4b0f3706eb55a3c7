package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.Gateway.Decision;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Token;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The function as Lambda makes it, between API Gateway's events and KMS. */
class AuthorizerTest {
    private final LocalKms.Key key = LocalKms.key();
    private final LocalKms.Key other = LocalKms.key();
    private final Gateway gateway = Gateway.knowing(key.arn() + "," + other.arn());
    private final String caller = Event.somebody();

    @Test
    void letsAGoodTokenIntoTheWholeStage() throws Exception {
        Decision decision = gateway.ask(Gateway.bearing(token().signed()));

        assertThat(decision.status()).isEqualTo(200);
        assertThat(decision.answer()).isEqualTo(new JsonMapper().readTree("""
                { "principalId": "%s",
                  "policyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [ { "Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "%s/*/*" } ] },
                  "context": { "scope": "documents:read documents:write" } }
                """.formatted(caller, Gateway.STAGE)));
    }

    @Test
    void tellsTheFunctionsWhoCalls() {
        Decision decision = gateway.ask(Gateway.bearing(token().signed()));

        String job = Lambda.upload().answer(Event.upload("nobody").by(decision)).jobId();

        assertThat(Items.jobsOf(caller)).hasSize(1);
        assertThat(Lambda.status()
                        .answer(Event.status("nobody", job).by(decision))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leavesWhatACallerMayDoToTheScopesOfTheToken() {
        Decision reader = gateway.ask(
                Gateway.bearing(token().claim("scope", "\"documents:read\"").signed()));
        Decision nothing =
                gateway.ask(Gateway.bearing(token().claim("scope", null).signed()));

        assertThat(Lambda.upload().answer(Event.upload(caller).by(reader)).status())
                .isEqualTo(403);
        assertThat(Lambda.status().answer(Event.status(caller, "a").by(nothing)).status())
                .isEqualTo(403);
    }

    @Test
    void takesTokensOfBothKeysAndAsksForEachOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(gateway.ask(Gateway.bearing(token().signed())).status()).isEqualTo(200);
            assertThat(gateway.ask(Gateway.bearing(
                                    Token.of(other, caller, Instant.now()).signed()))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(key.asked()).hasValue(1);
        assertThat(other.asked()).hasValue(1);
    }

    @Test
    void asksKmsNothingAboutAKeyThatIsNotOurs() {
        LocalKms.Key strange = LocalKms.key();

        assertThat(gateway.ask(Gateway.bearing(
                                Token.of(strange, caller, Instant.now()).signed()))
                        .status())
                .isEqualTo(401);
        assertThat(strange.asked()).hasValue(0);
    }

    @Test
    void failsWhenKmsCannotBeAskedAndDeniesNothing() {
        key.failing("AccessDeniedException");

        Decision decision = gateway.ask(Gateway.bearing(token().signed()));

        assertThat(decision.status()).isEqualTo(500);
        assertThat(decision.error()).endsWith("Kms AccessDeniedException");
    }

    @Test
    void refusesTokensOfAKeyThatWasSwitchedOff() {
        key.failing("DisabledException");

        assertThat(gateway.ask(Gateway.bearing(token().signed())).status()).isEqualTo(401);
    }

    private Token token() {
        return Token.of(key, caller, Instant.now());
    }
}
