package io.cordon.runtime.people;

import io.cordon.runtime.platform.RequestLog;

/** What should open as a person's field does not. */
public final class BrokenSeal extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    BrokenSeal() {
        super("sealed for somebody or something else, or changed", null, false, false);
    }
}
