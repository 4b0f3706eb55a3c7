package io.cordon.runtime.process;

import io.cordon.runtime.platform.RequestLog;

/** Another invocation works on the job; Lambda brings the event again, and by then it is done or given up. */
final class Busy extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    Busy() {
        super("another invocation works on the job");
    }
}
