package io.cordon.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class PhiLifetimeTest {
    private static final Instant START = Instant.parse("2026-02-27T00:00:00Z");
    private static final long DAY = 86_400_000;

    /** S3 lists an expired object's marker some time after midnight; the next rule counts from there. */
    @Property
    void noObjectOutlivesIt(
            @ForAll @LongRange(max = 400 * DAY) long upload,
            @ForAll @IntRange(min = 1, max = 7) int current,
            @ForAll @IntRange(min = 1, max = 7) int noncurrent,
            @ForAll @LongRange(max = DAY - 1) long lag) {
        var uploaded = START.plusMillis(upload);
        var becameNoncurrent = PhiLifetime.due(uploaded, current).plusMillis(lag);
        var gone = PhiLifetime.due(becameNoncurrent, noncurrent);

        assertThat(Duration.between(uploaded, gone))
                .isLessThanOrEqualTo(new PhiLifetime(current, noncurrent, 1).longest());
    }

    @Property
    void noDeletedObjectOutlivesIt(
            @ForAll @LongRange(max = 400 * DAY) long upload,
            @ForAll @IntRange(min = 1, max = 7) int current,
            @ForAll @LongRange(max = DAY) long fraction) {
        var uploaded = START.plusMillis(upload);
        var expires = Duration.between(uploaded, PhiLifetime.due(uploaded, current));
        var deleted = uploaded.plus(expires.multipliedBy(fraction).dividedBy(DAY));

        assertThat(Duration.between(uploaded, PhiLifetime.due(deleted, 1)))
                .isLessThanOrEqualTo(new PhiLifetime(current, 1, 1).longest());
    }

    @Property
    void noPartOutlivesIt(
            @ForAll @LongRange(max = 400 * DAY) long start, @ForAll @IntRange(min = 1, max = 30) int parts) {
        var initiated = START.plusMillis(start);

        assertThat(Duration.between(initiated, PhiLifetime.due(initiated, parts)))
                .isLessThanOrEqualTo(new PhiLifetime(1, 1, parts).longest());
    }

    @Property
    void someObjectComesCloseToIt(
            @ForAll @IntRange(min = 1, max = 7) int current, @ForAll @IntRange(min = 1, max = 7) int noncurrent) {
        var uploaded = START.plusMillis(1);
        var gone = PhiLifetime.due(PhiLifetime.due(uploaded, current), noncurrent);

        assertThat(Duration.between(uploaded, gone))
                .isEqualTo(new PhiLifetime(current, noncurrent, 1).longest().minusMillis(1));
    }

    @Property(tries = 1)
    void agreesWithTheExampleThatS3Documents() {
        assertThat(PhiLifetime.due(Instant.parse("2014-01-15T10:30:00Z"), 3))
                .isEqualTo(Instant.parse("2014-01-19T00:00:00Z"));
    }
}
