package io.cordon.runtime.trail;

import com.amazonaws.services.lambda.runtime.Context;
import io.cordon.runtime.platform.RequestLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Serves the clock's events: what was found goes into the log and the metrics. A check that could not be made is neither
 * good nor bad: it fails, Lambda repeats it, and if no check succeeds, the silence is what an alarm hears.
 */
final class DailyCheck {
    /** What is kept of the time to write down what was found. */
    private static final Duration TO_END = Duration.ofSeconds(20);

    /** Each region signs with keys of its own, which only its own CloudTrail gives out. */
    static final String SCOPE = "settings of the trail; digests and log files of its home region only";

    private final String function;
    private final TrailCheck check;

    DailyCheck(String function, TrailCheck check) {
        this.function = function;
        this.check = check;
    }

    void serve(Map<String, Object> event, Context context) {
        String id = event.get("id") instanceof String text ? text : "";
        RequestLog.around(context, new RequestLog(function, id), log -> checked(context, log));
    }

    private List<String> checked(Context context, RequestLog log) {
        var until = check.clock()
                .instant()
                .plusMillis(context.getRemainingTimeInMillis())
                .minus(TO_END);
        log.checked(SCOPE);
        try {
            List<String> problems = check.daily(until);
            log.status(problems.isEmpty() ? 200 : 409);
            log.findings(problems.stream().limit(TrailCheck.MOST_NAMED).toList());
            return problems;
        } catch (RuntimeException e) {
            log.status(503);
            log.failure(e);
            throw e;
        }
    }
}
