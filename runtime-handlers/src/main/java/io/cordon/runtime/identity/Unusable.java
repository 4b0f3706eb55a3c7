package io.cordon.runtime.identity;

import io.cordon.runtime.platform.RequestLog;

/** What a provider sent is no set of keys, or nothing came. */
public final class Unusable extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    /** Why: the dimension {@code Cause} of the metric. */
    public enum Fault {
        /** No connection, or too slow. */
        UNREACHABLE,
        /** Another status than 200; a redirect is one. */
        STATUS,
        /** Longer than any set of keys. */
        SIZE,
        /** Not the JSON of a set of keys, a key that is weak or broken, or two of one name. */
        MALFORMED,
        /** No key for RS256 in it. */
        EMPTY
    }

    private final Fault fault;

    Unusable(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
