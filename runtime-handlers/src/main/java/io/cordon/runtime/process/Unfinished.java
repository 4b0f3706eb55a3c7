package io.cordon.runtime.process;

import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.platform.RequestLog;

/** The work stopped before an outcome; Lambda brings the event again. */
final class Unfinished extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    private final FailureCause cause;

    /**
     * With no data.
     *
     * @param cause what the job's failure is if nobody tries again
     * @param reason an error code or the name of an exception
     */
    Unfinished(FailureCause cause, String reason) {
        super(reason);
        this.cause = cause;
    }

    FailureCause failure() {
        return cause;
    }
}
