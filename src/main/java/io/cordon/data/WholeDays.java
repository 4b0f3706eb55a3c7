package io.cordon.data;

import io.cordon.policies.LimitPolicy;
import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.Duration;

/** The only periods that backups and recovery know. */
final class WholeDays {
    /** The longest that AWS Backup keeps anything. */
    static final int LONGEST_BACKUP = LimitPolicy.current().longestBackupDays().value();

    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private WholeDays() {}

    /** A token is not within: how long PHI stays must be known at synth. */
    static boolean within(Duration period, int most) {
        if (period.isUnresolved()) {
            return false;
        }
        var millis = period.toMilliseconds().longValue();
        return millis % DAY == 0 && millis >= DAY && millis / DAY <= most;
    }

    static boolean isShorter(Duration one, Duration other) {
        return one.toMilliseconds().longValue() < other.toMilliseconds().longValue();
    }

    static String print(Duration period) {
        return period.isUnresolved() ? "a value unknown at synth" : period.toHumanString();
    }
}
