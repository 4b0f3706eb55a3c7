package io.cordon.runtime.process;

import com.amazonaws.services.lambda.runtime.Context;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.platform.RequestLog;
import java.time.Clock;
import java.util.Map;

/**
 * Takes events as Lambda delivers them and writes one log line for each. What leaves here is an exception without data:
 * Lambda logs it and puts it on the dead letter.
 */
final class Delivery {
    private final String function;
    private final String bucket;
    private final Process process;
    private final Clock clock;

    /** To this process, of documents in the bucket. */
    Delivery(String function, String bucket, Process process, Clock clock) {
        this.function = function;
        this.bucket = bucket;
        this.process = process;
        this.clock = clock;
    }

    void take(Map<String, Object> event, Context context) {
        RequestLog.around(context, new RequestLog(function, Arrival.correlationId(event)), log -> {
            log.outcome(Ending.UNFINISHED); // unless it gets further
            Ending ending = ending(event, context, log);
            log.outcome(ending);
            return ending;
        });
    }

    private Ending ending(Map<String, Object> event, Context context, RequestLog log) {
        try {
            return process.take(Arrival.read(event, bucket), Shift.of(context, clock), log);
        } catch (Busy e) {
            log.outcome(Ending.BUSY);
            throw e;
        } catch (RuntimeException e) {
            log.failure(e);
            throw harmless(e);
        }
    }

    private static RuntimeException harmless(RuntimeException e) {
        return e instanceof RequestLog.Harmless
                ? e
                : new Unfinished(FailureCause.INTERNAL, e.getClass().getSimpleName());
    }
}
