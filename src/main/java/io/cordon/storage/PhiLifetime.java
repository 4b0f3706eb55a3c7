package io.cordon.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long lifecycle rules let an object live.
 *
 * <p>S3 adds a rule's days to the moment the rule counts from and rounds up to the next midnight UTC. So a rule of
 * <i>d</i> days ends at most <i>d</i> + 1 days later, wherever in the day it began. An object meets two rules in turn:
 * as the current version from its upload, and as a noncurrent one from the moment it was replaced, deleted or expired.
 * A multipart upload that is never completed meets one. So nothing outlives
 * max((current + 1) + (noncurrent + 1), parts + 1) days.
 *
 * @param currentDays the days of the current version
 * @param noncurrentDays the days of a version that was deleted, replaced or expired
 * @param partsDays the days of an upload that was not completed
 */
record PhiLifetime(int currentDays, int noncurrentDays, int partsDays) {
    /** Returns the bound that no object outlives. */
    Duration longest() {
        int object = (currentDays + 1) + (noncurrentDays + 1);
        return Duration.ofDays(Math.max(object, partsDays + 1));
    }

    /** Returns when a rule of so many days, counting from {@code start}, is due. */
    static Instant due(Instant start, int days) {
        return start.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
