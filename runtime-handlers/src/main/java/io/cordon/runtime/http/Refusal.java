package io.cordon.runtime.http;

import java.time.Duration;
import java.util.Map;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    /** With this problem. */
    public Refusal(Problem problem) {
        this(problem.kind(), problem.reply());
    }

    /** With this problem, and the advice to try again after a while. */
    public Refusal(Problem problem, Duration retryAfter) {
        this(problem.kind(), problem.reply().with(Map.of("Retry-After", Long.toString(retryAfter.toSeconds()))));
    }

    private Refusal(String kind, Reply reply) {
        super(kind, null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
