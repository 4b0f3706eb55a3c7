package io.cordon.runtime.platform;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * One line for each request, and only these fields: request id (from Powertools), function, correlation id, status,
 * duration, for a failure its type and place, and for a check what it found. Nothing of the event, the caller or the job can get in.
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private final long began = System.nanoTime();
    private final String function;
    private final String correlationId;
    private int status;
    private @Nullable RuntimeException failure;
    private List<String> findings = List.of();

    /** The line of one request to this function. */
    public RequestLog(String function, String correlationId) {
        this.function = function;
        this.correlationId = correlationId;
    }

    /** Does the work, then writes the line. */
    public static <T> T around(Context context, RequestLog log, Function<RequestLog, T> work) {
        return PowertoolsLogging.withLogging(context, () -> {
            try {
                return work.apply(log);
            } finally {
                log.write();
            }
        });
    }

    /** Notes the HTTP status of the answer. */
    public void status(int code) {
        this.status = code;
    }

    /** Notes what went wrong. */
    public void failure(RuntimeException e) {
        this.failure = e;
    }

    /** Notes what a check found: sentences about names and hashes, without data. */
    public void findings(List<String> sentences) {
        this.findings = sentences;
    }

    private void write() {
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        if (failure == null && !findings.isEmpty()) {
            LOG.error(
                    "request",
                    entry("function", function),
                    entry("status", status),
                    entry("durationMs", milliseconds),
                    entry("correlationId", correlationId),
                    entry("findings", findings));
        } else if (failure == null) {
            LOG.info(
                    "request",
                    entry("function", function),
                    entry("status", status),
                    entry("durationMs", milliseconds),
                    entry("correlationId", correlationId));
        } else {
            LOG.error(
                    "request",
                    entry("function", function),
                    entry("status", status),
                    entry("durationMs", milliseconds),
                    entry("correlationId", correlationId),
                    entry("failure", describe(failure)));
        }
    }

    /** Type and place; a message may quote data, except our own that promises not to. */
    private static String describe(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return e.getClass().getSimpleName() + (e instanceof Harmless ? " (" + e.getMessage() + ")" : "") + place;
    }

    /** Marks exceptions whose message holds no data. */
    public interface Harmless {}
}
