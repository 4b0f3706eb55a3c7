package io.cordon.storage;

import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.Duration;

/** The only periods that an S3 lifecycle rule knows. */
final class WholeDays {
    /** The largest number that a lifecycle rule accepts. */
    static final int LONGEST_LIFECYCLE = Integer.MAX_VALUE;

    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private WholeDays() {}

    /** A token is not within: what is promised about a period must be known at synth. */
    static boolean within(Duration period, int least, int most) {
        if (period.isUnresolved()) {
            return false;
        }
        long millis = period.toMilliseconds().longValue();
        return millis % DAY == 0 && millis / DAY >= least && millis / DAY <= most;
    }

    static int of(Duration period) {
        return (int) (period.toMilliseconds().longValue() / DAY);
    }

    static String print(Duration period) {
        return period.isUnresolved() ? "a value unknown at synth" : period.toHumanString();
    }
}
