package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.Facts;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often a rule that does not decide had something to say.
 *
 * @param rule the rule
 * @param level {@code error} or {@code warning}, as its pack says
 * @param info what it says; of a rule that says several things, the first
 * @param rows how often
 * @param resources of how many constructs
 */
record AdviceEntry(RuleName rule, String level, String info, long rows, long resources) {

    static List<AdviceEntry> in(Facts facts) {
        return facts.advice().stream()
                .collect(Collectors.groupingBy(
                        row -> RuleName.ofFinding(row.ruleId()).id(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> of(RuleName.of(group.getKey()), group.getValue()))
                .toList();
    }

    private static AdviceEntry of(RuleName rule, List<AdviceRow> rows) {
        return new AdviceEntry(
                rule,
                rows.get(0).level(),
                rows.get(0).info(),
                rows.size(),
                rows.stream().map(AdviceRow::resourceId).distinct().count());
    }
}
