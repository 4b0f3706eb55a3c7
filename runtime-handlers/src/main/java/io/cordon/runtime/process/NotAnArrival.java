package io.cordon.runtime.process;

import io.cordon.runtime.platform.RequestLog;

/** An event that nobody should have sent here: it ends among the dead letters, where somebody looks at it. */
final class NotAnArrival extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    NotAnArrival() {
        super("not the arrival of a document");
    }
}
