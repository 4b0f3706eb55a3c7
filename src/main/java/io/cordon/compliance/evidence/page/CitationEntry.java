package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Citations;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One provision of the HIPAA Security Rule, and the rules that cite it.
 *
 * @param citation the provision, without {@code 45 CFR}
 * @param anchor where it stands
 * @param tally the rows of all these rules
 * @param rules each rule with its own rows
 */
record CitationEntry(String citation, String anchor, Tally tally, List<Part> rules) {

    /** One rule's share. */
    record Part(Link rule, String pack, Tally tally) {}

    static List<CitationEntry> in(Facts facts, Anchors anchors) {
        var byCitation = new TreeMap<String, List<ControlRow>>();
        facts.controls()
                .forEach(row -> Citations.in(row.citations()).stream()
                        .filter(Citations::isHipaa)
                        .forEach(citation -> byCitation
                                .computeIfAbsent(citation, it -> new ArrayList<>())
                                .add(row)));
        return byCitation.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), anchors))
                .toList();
    }

    private static CitationEntry of(String citation, List<ControlRow> rows, Anchors anchors) {
        var byRule =
                rows.stream().collect(Collectors.groupingBy(ControlRow::ruleId, TreeMap::new, Collectors.toList()));
        return new CitationEntry(
                citation,
                anchors.citation(citation).to(),
                Tally.of(rows),
                byRule.entrySet().stream()
                        .map(entry -> part(RuleName.of(entry.getKey()), entry.getValue(), anchors))
                        .toList());
    }

    private static Part part(RuleName rule, List<ControlRow> rows, Anchors anchors) {
        return new Part(anchors.rule(rule), rule.pack(), Tally.of(rows));
    }
}
