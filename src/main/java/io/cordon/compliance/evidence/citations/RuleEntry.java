package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.ControlRow;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule says.
 *
 * @param id the rule with its pack
 * @param rows its verdicts
 */
record RuleEntry(String id, Tally rows) {

    /** Returns each rule of these rows, by id. */
    static List<RuleEntry> in(Collection<ControlRow> rows) {
        return CitedRows.byRule(rows).entrySet().stream()
                .map(of -> new RuleEntry(of.getKey(), Tally.of(of.getValue())))
                .toList();
    }

    static String names(List<RuleEntry> rules) {
        return rules.stream().map(RuleEntry::name).collect(Collectors.joining(", "));
    }

    String pack() {
        return id.replaceFirst("(?s)::.*", "");
    }

    /** Packs of cdk-nag say their own name once more before the rule's. */
    String name() {
        var name = id.replaceFirst("(?s)^.*?::", "");
        return name.startsWith(pack() + "-") ? name.substring(pack().length() + 1) : name;
    }
}
