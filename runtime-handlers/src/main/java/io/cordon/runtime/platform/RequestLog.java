package io.cordon.runtime.platform;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * One line for each request, and only these fields: request id (from Powertools), function, correlation id, status or
 * outcome, duration, for work on a job the correlation id of the request that opened it, for a failure its type and
 * place, and for a check how far it looked and what it found. Nothing of the event or the caller can get in, and no id
 * of a job.
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    /** API Gateway's, EventBridge's and CloudFormation's ids; no sentence, address or name of a person is one. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");

    private final long began = System.nanoTime();
    private final String function;
    private final String correlationId;
    private int status;
    private String job = "";
    private String outcome = "";
    private @Nullable RuntimeException failure;
    private String checked = "";
    private List<String> findings = List.of();

    /** The line of one request to this function; what is no id is left out. */
    public RequestLog(String function, String correlationId) {
        this.function = function;
        this.correlationId = ID.matcher(correlationId).matches() ? correlationId : "";
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

    /** Notes the job that the work is about, by the correlation id of the request that opened it, never by its own id. */
    public void job(String openedBy) {
        this.job = openedBy;
    }

    /** Notes what came of it, where nobody waits for a status: an enum, so that no text can get in. */
    public void outcome(Enum<?> word) {
        this.outcome = word.name();
    }

    /** Notes what went wrong. */
    public void failure(RuntimeException e) {
        this.failure = e;
    }

    /** Notes how far a check looked, so that nobody takes its silence for more. */
    public void checked(String scope) {
        this.checked = scope;
    }

    /** Notes what a check found: sentences about names and hashes, without data. */
    public void findings(List<String> sentences) {
        this.findings = sentences;
    }

    private void write() {
        List<Object> line = new ArrayList<>();
        line.add(entry("function", function));
        line.add(outcome.isEmpty() ? entry("status", status) : entry("outcome", outcome));
        line.add(entry("durationMs", (System.nanoTime() - began) / 1_000_000));
        line.add(entry("correlationId", correlationId));
        if (!job.isEmpty()) {
            line.add(entry("job", job));
        }
        if (!checked.isEmpty()) {
            line.add(entry("checked", checked));
        }
        if (failure != null) {
            line.add(entry("failure", describe(failure)));
        } else if (!findings.isEmpty()) {
            line.add(entry("findings", findings));
        }
        if (failure == null && findings.isEmpty()) {
            LOG.info("request", line.toArray());
        } else {
            LOG.error("request", line.toArray());
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
