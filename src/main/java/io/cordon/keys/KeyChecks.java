package io.cordon.keys;

import io.cordon.policies.RetentionPolicy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IKey;

/** What is checked of every key: its alias, its version, how long a deleted one can be brought back, and what becomes of it. */
final class KeyChecks {
    static final int LONGEST_PENDING_DAYS =
            RetentionPolicy.current().keyDeletionDays().value();

    // KMS: a deleted key waits 7 to 30 days.
    private static final int SHORTEST_PENDING_DAYS = 7;
    /** Our own limit: three digits, so that {@code v1} never becomes a long prefix of what is stored. */
    private static final int LARGEST_VERSION = 999;

    private static final Pattern ALIAS = Pattern.compile("(?!aws/)[a-zA-Z0-9/_-]{1,200}");

    private KeyChecks() {}

    static Optional<String> aliasPrefix(@Nullable String prefix) {
        return prefix == null
                        || Token.isUnresolved(prefix)
                        || ALIAS.matcher(prefix).matches()
                ? Optional.empty()
                : Optional.of("aliasPrefix: " + prefix + "; 1 to 200 letters, digits and / _ -, not starting with"
                        + " aws/; leave out alias/");
    }

    static Optional<String> ownAlias(@Nullable IKey own, @Nullable String prefix) {
        return own == null || prefix == null
                ? Optional.empty()
                : Optional.of("aliasPrefix: " + prefix + "; a key of your own keeps its alias; leave it out");
    }

    static Optional<String> version(int version) {
        return version >= 1 && version <= LARGEST_VERSION
                ? Optional.empty()
                : Optional.of("version: " + version + "; 1 to " + LARGEST_VERSION + "; count up from 1");
    }

    static Optional<String> pendingWindow(Duration window) {
        return window.isUnresolved() || isWholeDaysInRange(window)
                ? Optional.empty()
                : Optional.of("pendingWindow: " + window.toHumanString() + "; KMS waits " + SHORTEST_PENDING_DAYS
                        + " to " + LONGEST_PENDING_DAYS + " whole days; prefer the longest");
    }

    static Optional<String> removalPolicy(RemovalPolicy policy) {
        return policy == RemovalPolicy.SNAPSHOT
                ? Optional.of("removalPolicy: SNAPSHOT; a key has no snapshot; use RETAIN or DESTROY")
                : Optional.empty();
    }

    private static boolean isWholeDaysInRange(Duration window) {
        long millis = window.toMilliseconds().longValue();
        return millis % TimeUnit.DAYS.toMillis(1) == 0
                && millis >= TimeUnit.DAYS.toMillis(SHORTEST_PENDING_DAYS)
                && millis <= TimeUnit.DAYS.toMillis(LONGEST_PENDING_DAYS);
    }
}
