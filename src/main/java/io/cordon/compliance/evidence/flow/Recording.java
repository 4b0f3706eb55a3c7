package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.Facts;

/** Whether reads and writes of a store are recorded, as the gate's own rule found. */
final class Recording {
    private static final String RULE = "Cordon::PhiStoreCoveredByTrail";

    private Recording() {}

    /** Returns it in words; empty for what the rule does not look at. */
    static String of(FlowNode node, Facts facts) {
        return facts.controls().stream()
                .filter(row -> row.ruleId().equals(RULE) && row.resourceId().equals(node.id()))
                .filter(row -> row.compliance() != Compliance.NOT_APPLICABLE)
                .map(row -> row.compliance() == Compliance.COMPLIANT
                        ? "each read and write is recorded by a trail"
                        : row.compliance() == Compliance.NOT_EVALUATED
                                ? "recording not evaluated: " + row.cause()
                                : "not recorded by a trail")
                .findFirst()
                .orElse("");
    }
}
