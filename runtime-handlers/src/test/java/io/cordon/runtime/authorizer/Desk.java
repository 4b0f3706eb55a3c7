package io.cordon.runtime.authorizer;

import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Token;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authorizer at a fixed time, with a key at hand and every count kept. */
final class Desk implements Meter {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    final LocalKms.Key key = LocalKms.key();
    final List<String> counted = new ArrayList<>();
    final Gateway gateway = Gateway.of(new AuthorizerHandler(
            "authorizer",
            new Authorizer(
                    SigningKeys.of(
                            key.arn(),
                            arn -> Optional.of((ECPublicKey) key.pair().getPublic())),
                    new TokenRules(Token.ISSUER, Token.AUDIENCE, Duration.ofSeconds(Token.LONGEST)),
                    this,
                    Clock.fixed(NOW, ZoneOffset.UTC))));

    Token token() {
        return Token.of(key, "subject-1", NOW);
    }

    /** What becomes of this token: {@code let in}, or the fault. */
    String judge(String token) {
        return judgeHeader("Bearer " + token);
    }

    /** What becomes of a request with these values of the header. */
    String judgeHeader(String... values) {
        counted.clear();
        Gateway.Decision decision = gateway.ask(Gateway.request(values));
        return decision.status() == 500 ? decision.error() : String.join(",", counted);
    }

    @Override
    public void add(Metric metric, long value, Part... parts) {
        String whole = metric == Metric.TOKENS_ACCEPTED ? "let in" : metric.published();
        counted.add(parts.length == 0 ? whole : parts[0].value());
    }
}
