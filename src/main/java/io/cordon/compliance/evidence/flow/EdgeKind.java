package io.cordon.compliance.evidence.flow;

import java.util.Locale;

/** What goes along an edge of the flow. */
enum EdgeKind {
    /** Requests come in. */
    CALLS,
    /** One thing starts another. */
    STARTS,
    /** A function decides whether a request goes on. */
    ASKS_LEAVE_OF,
    /** A store tells that something happened in it. */
    TELLS,
    /** Policies let somebody touch data or a key. */
    MAY_TOUCH,
    /** Policies let somebody call a model. */
    MAY_ASK,
    /** What fails ends here. */
    FAILS_TO,
    COPIES_TO,
    ENCRYPTED_BY,
    RECORDED_BY,
    LOGS_TO;

    /** Whether what starts it leads to what it ends at. */
    boolean leadsIn() {
        return this == CALLS || this == STARTS || this == ASKS_LEAVE_OF || this == TELLS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
