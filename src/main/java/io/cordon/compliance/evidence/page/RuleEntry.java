package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Citations;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One rule and what it said.
 *
 * @param rule the rule
 * @param anchor where it stands
 * @param asks what a finding of it says
 * @param level {@code error}, {@code warning} or {@code fatal}
 * @param citations the provisions of HIPAA that it cites
 * @param resources how many resources it found to look at
 * @param tally how often it said what
 * @param mentions of which resource
 */
record RuleEntry(
        RuleName rule,
        String anchor,
        String asks,
        String level,
        List<Link> citations,
        long resources,
        Tally tally,
        List<Mention> mentions) {

    static List<RuleEntry> in(Facts facts, Anchors anchors) {
        return facts.controls().stream()
                .collect(Collectors.groupingBy(ControlRow::ruleId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> of(rows, anchors))
                .toList();
    }

    /** Whether all that it says is that the app has nothing for it. */
    boolean isSilent() {
        return resources == 0 && tally.of(Compliance.NOT_APPLICABLE) == tally.all();
    }

    private static RuleEntry of(List<ControlRow> rows, Anchors anchors) {
        var first = rows.get(0);
        var rule = RuleName.of(first.ruleId());
        return new RuleEntry(
                rule,
                anchors.rule(rule).to(),
                first.ruleInfo(),
                first.ruleLevel(),
                Citations.in(first.citations()).stream()
                        .filter(Citations::isHipaa)
                        .map(anchors::citation)
                        .toList(),
                rows.stream()
                        .map(ControlRow::resourceId)
                        .filter(path -> !path.isEmpty())
                        .distinct()
                        .count(),
                Tally.of(rows),
                Mention.ofRule(rows, anchors));
    }
}
