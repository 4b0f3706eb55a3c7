package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.Citations;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.policies.SecurityRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of one synth by what their rules cite. */
final class CitedRows {
    private final SecurityRule rule;
    private final Map<String, List<String>> taken = new HashMap<>();
    private final Map<String, Optional<SecurityRule.Provision>> found = new HashMap<>();
    private final Map<String, List<ControlRow>> byProvision = new HashMap<>();
    private final SortedMap<String, List<ControlRow>> unknown = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, List<ControlRow>>> others = new TreeMap<>();

    CitedRows(Collection<ControlRow> rows, SecurityRule rule) {
        this.rule = rule;
        var citations = rows.stream()
                .filter(row -> !row.citations().isEmpty())
                .collect(Collectors.toMap(CitedRows::rule, ControlRow::citations, (one, same) -> one));
        // A finding on what no template shows carries no citations; those of its rule hold for it.
        rows.forEach(row -> add(row, citations.getOrDefault(rule(row), "")));
    }

    /** Returns the rows whose rules cite exactly this provision. */
    List<ControlRow> of(SecurityRule.Provision provision) {
        return List.copyOf(byProvision.getOrDefault(provision.citation(), List.of()));
    }

    /** Returns rows that cite a paragraph of the Security Rule that it does not have, by citation. */
    SortedMap<String, List<ControlRow>> unknown() {
        return unknown;
    }

    /** Returns rows that cite another framework, by pack and citation. */
    SortedMap<String, SortedMap<String, List<ControlRow>>> others() {
        return others;
    }

    /** Returns the rows of each rule. */
    static SortedMap<String, List<ControlRow>> byRule(Collection<ControlRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(CitedRows::rule, TreeMap::new, Collectors.toList()));
    }

    private void add(ControlRow row, String citations) {
        for (var citation : taken.computeIfAbsent(citations, Citations::in)) {
            if (Citations.isHipaa(citation)) {
                addOurs(row, citation);
            } else {
                var pack = before("::", row.ruleId());
                rows(others.computeIfAbsent(pack, any -> new TreeMap<>()), citation)
                        .add(row);
            }
        }
    }

    /** A rule that cites a provision in two ways has still said one thing of it. */
    private void addOurs(ControlRow row, String citation) {
        var rows = found.computeIfAbsent(citation, rule::find)
                .map(provision -> rows(byProvision, provision.citation()))
                .orElseGet(() -> rows(unknown, citation));
        if (rows.isEmpty() || rows.get(rows.size() - 1) != row) {
            rows.add(row);
        }
    }

    private static List<ControlRow> rows(Map<String, List<ControlRow>> map, String citation) {
        return map.computeIfAbsent(citation, any -> new ArrayList<>());
    }

    /** A finding of several says which in brackets behind the rule's id. */
    private static String rule(ControlRow row) {
        return before("[", row.ruleId());
    }

    private static String before(String mark, String id) {
        var end = id.indexOf(mark);
        return end < 0 ? id : id.substring(0, end);
    }
}
