package io.cordon.observe.monitors;

import java.util.Locale;

/** Who must be told, and how soon: each severity has its own topic. */
public enum Severity {
    /** People are hurt by it now: wake somebody. */
    CRITICAL,
    /** It will become critical if nobody looks within a working day. */
    WARNING,
    /** Slower or fuller than promised. */
    PERFORMANCE,
    /** Money goes faster than planned. */
    COST,
    /** Somebody may be where they should not be. */
    SECURITY;

    /** Returns the name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
