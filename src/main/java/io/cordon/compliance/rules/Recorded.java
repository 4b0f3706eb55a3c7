package io.cordon.compliance.rules;

import java.util.function.Supplier;

/**
 * Which calls on a store are recorded.
 *
 * @param reads whether all reads are
 * @param writes whether all writes are
 * @param unknown whether more may be, but only the deployment knows
 */
record Recorded(boolean reads, boolean writes, boolean unknown) {
    static final Recorded NOTHING = new Recorded(false, false, false);
    static final Recorded ALL = new Recorded(true, true, false);
    static final Recorded UNKNOWN = new Recorded(false, false, true);

    boolean everything() {
        return reads && writes;
    }

    /** What one selector, trail or condition adds to another. */
    Recorded or(Recorded other) {
        return new Recorded(reads || other.reads, writes || other.writes, unknown || other.unknown);
    }

    /** What is left when a second condition must hold too. */
    Recorded and(Supplier<Recorded> other) {
        if (equals(NOTHING)) {
            return this;
        }
        var also = other.get();
        if (also.equals(NOTHING)) {
            return also;
        }
        return new Recorded(reads && also.reads, writes && also.writes, unknown || also.unknown);
    }
}
