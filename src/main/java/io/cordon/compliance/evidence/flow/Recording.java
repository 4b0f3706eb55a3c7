package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether reads and writes of stores are recorded, as the gate's own rule found. */
final class Recording {
    private static final String RULE = "Cordon::PhiStoreCoveredByTrail";

    private final Map<String, ControlRow> rows;

    Recording(Facts facts) {
        this.rows = facts.controls().stream()
                .filter(row -> row.ruleId().equals(RULE))
                .filter(row -> row.compliance() != Compliance.NOT_APPLICABLE)
                .collect(Collectors.toMap(ControlRow::resourceId, Function.identity(), (one, other) -> one));
    }

    /** Returns it in words; empty for what the rule does not look at. */
    String of(FlowNode node) {
        return Optional.ofNullable(rows.get(node.id()))
                .map(row -> switch (row.compliance()) {
                    case COMPLIANT -> "each read and write is recorded by a trail";
                    case NOT_EVALUATED -> "recording not evaluated: " + row.cause();
                    default -> "not recorded by a trail";
                })
                .orElse("");
    }
}
