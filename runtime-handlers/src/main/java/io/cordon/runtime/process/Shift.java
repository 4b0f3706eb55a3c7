package io.cordon.runtime.process;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One invocation's time with a job.
 *
 * @param worker the invocation's request id, which is the same when Lambda tries again
 * @param until when Lambda ends the invocation, whatever it does
 */
record Shift(String worker, Instant until, Clock clock) {
    /** Four calls follow the reading (outcome, booking, job, document), and each may take its 4 seconds. */
    static final Duration TO_WRITE_DOWN = Duration.ofSeconds(30);

    static Shift of(Context context, Clock clock) {
        return new Shift(
                context.getAwsRequestId(), clock.instant().plusMillis(context.getRemainingTimeInMillis()), clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** What reading may take. */
    Duration left() {
        Duration left = Duration.between(now(), until).minus(TO_WRITE_DOWN);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
