package io.cordon.observe.monitors;

/** The dashboard on which something is shown. */
public enum Page {
    /** What the system is used for and what it costs, day by day. */
    EXECUTIVE,
    /** How the parts of the system are, right now. */
    OPERATIONS,
    /** Who was turned away, and what was lost. */
    SECURITY
}
