package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.inventory.Asset;
import org.jspecify.annotations.Nullable;

/**
 * One thing that PHI is in, goes through, or is reached by.
 *
 * @param id the construct path, or a name with a colon for what is outside
 * @param name what people call it
 * @param kind what it is
 * @param asset its row in the inventory; absent for what is outside
 * @param note what else is known of it; empty if nothing
 * @param phi what it has to do with PHI, in words; empty if nothing of its own
 */
record FlowNode(
        String id, String name, NodeKind kind, @Nullable Asset asset, String note, String phi) {
    static final String STORES = "stores PHI";
    static final String CARRIES = "carries PHI";
    static final String GIVEN = "is given PHI";
    static final String PASSES = "may carry PHI";
    static final String REACHES = "may touch PHI";

    FlowNode with(String phi) {
        return new FlowNode(id, name, kind, asset, note, phi);
    }

    /** Where it stands; empty for what is outside. */
    String stack() {
        return asset == null ? "" : asset.stack();
    }

    /** Whether it is said to hold or to handle PHI itself. */
    boolean isPhi() {
        return phi.equals(STORES) || phi.equals(CARRIES) || phi.equals(GIVEN);
    }
}
