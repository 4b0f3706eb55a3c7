package io.cordon.keys;

import io.cordon.policies.RetentionPolicy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.Duration;

/** How long KMS waits before it deletes a key. */
final class PendingWindow {
    private static final int SHORTEST_DAYS = 7;
    private static final int LONGEST_DAYS =
            RetentionPolicy.current().keyDeletionDays().value();

    private PendingWindow() {}

    static Duration longest() {
        return Duration.days(LONGEST_DAYS);
    }

    static Optional<String> problem(Duration window) {
        return window.isUnresolved() || isWholeDaysInRange(window)
                ? Optional.empty()
                : Optional.of("pendingWindow: " + window.toHumanString() + "; KMS waits " + SHORTEST_DAYS + " to "
                        + LONGEST_DAYS + " whole days; prefer the longest");
    }

    private static boolean isWholeDaysInRange(Duration window) {
        long millis = window.toMilliseconds().longValue();
        return millis % TimeUnit.DAYS.toMillis(1) == 0
                && millis >= TimeUnit.DAYS.toMillis(SHORTEST_DAYS)
                && millis <= TimeUnit.DAYS.toMillis(LONGEST_DAYS);
    }
}
