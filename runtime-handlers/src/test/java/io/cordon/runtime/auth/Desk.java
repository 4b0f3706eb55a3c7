package io.cordon.runtime.auth;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import io.cordon.runtime.platform.Variables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The function that signs in, on its real parts, at a time of the test's choice, with every count kept. */
final class Desk extends Clock implements Meter {
    final List<String> counted = new CopyOnWriteArrayList<>();
    private final Lambda auth;
    private volatile Instant now = Instant.now();

    Desk() {
        this(Map.of());
    }

    /** With these variables in place of the usual ones. */
    Desk(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(SignIns.VARIABLES);
        environment.put("APPLICATION_TABLE", LocalAws.TABLE);
        environment.putAll(variables);
        Auth parts = Variables.during(
                "auth", environment, () -> new AwsAuth(AwsClients.dynamoDb(), AwsClients.kms(), this, this).auth());
        this.auth = Lambda.running("auth", new AuthHandler("auth", Origins.of(List.of()), parts));
    }

    /** Answers, and keeps what was counted on the way alone. */
    Answer answer(Event event) {
        counted.clear();
        return auth.answer(event);
    }

    /** Lets time pass. */
    Desk pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void add(Metric metric, long value, Part... parts) {
        counted.add(metric.published() + (parts.length == 0 ? "" : " " + parts[0].value()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
