package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.Gateway.Decision;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.local.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the authorizer leaves behind of a request. */
class AuthorizerLogTest {
    private final LocalKms.Key key = LocalKms.key();
    private final LocalKms.Key other = LocalKms.key();
    private final Gateway gateway = Gateway.knowing(key.arn() + "," + other.arn());
    private final String caller = Event.somebody();

    @Test
    void writesNothingOfTokenOrCallerAnywhere() {
        String good = token().claim("email", "\"SECRET@example.org\"").signed();
        ObjectNode strange = Gateway.bearing(good).put("methodArn", "SECRET");
        List<Decision> errors = new ArrayList<>();

        List<String> lines = StandardOut.linesOf(() -> {
            gateway.ask(Gateway.bearing(good));
            errors.add(gateway.ask(Gateway.bearing(good + "SECRET")));
            errors.add(gateway.ask(strange));
        });

        assertThat(errors).extracting(Decision::status).containsExactly(401, 500);
        assertThat(lines).isNotEmpty();
        assertThat(String.join("\n", lines) + errors)
                .doesNotContain("SECRET", caller, key.id(), "eyJ", Token.ISSUER, "token-1");
    }

    @Test
    void writesOneLineAndOneCountForEachRequest() {
        List<String> lines = StandardOut.linesOf(() -> gateway.ask(Gateway.request()));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"Dimensions\":[[\"Service\"],[\"Service\",\"Cause\"]]")
                .contains("\"TokensRefused\":1", "\"Cause\":\"HEADER\"", "\"Service\":\"authorizer\"");
        assertThat(lines.get(1)).contains("\"status\":401", "\"correlationId\":\"gateway-request-1\"");
    }

    @Test
    void saysInTheLogHowItEnded() {
        String good = token().signed();

        assertThat(lastLine(good)).contains("\"status\":200").doesNotContain("failure");
        assertThat(lastLine(Token.of(other.failing("ThrottlingException"), caller, Instant.now())
                        .signed()))
                .contains("\"status\":500", "\"failure\":\"Outage (Kms ThrottlingException)\"");
    }

    private String lastLine(String token) {
        List<String> lines = StandardOut.linesOf(() -> gateway.ask(Gateway.bearing(token)));
        return lines.get(lines.size() - 1);
    }

    private Token token() {
        return Token.of(key, caller, Instant.now());
    }
}
