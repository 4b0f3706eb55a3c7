package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Citations;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands against the app under one rule and that nothing excuses.
 *
 * @param rule the rule
 * @param link where its rows are
 * @param said what was found, with its level, why and mend
 * @param citations the provisions that the rule cites
 * @param count how many constructs it stands against
 * @param places the first of them, with the Java line where each was made
 */
record Standing(RuleName rule, Link link, Observation said, List<Link> citations, long count, List<Place> places) {
    /** Who reads more has them in a table or a tool; on paper the others would fill hundreds of pages. */
    static final int MOST = 50;

    /**
     * One construct.
     *
     * @param construct its path; empty for the app
     * @param line where it was made, or that this is not known
     */
    record Place(Link construct, String line) {
        static Place of(String path, Facts facts, Anchors anchors) {
            return new Place(
                    anchors.resource(path.isEmpty() ? "the app" : path),
                    facts.sources().of(path).map(Object::toString).orElse(""));
        }
    }

    /** Returns what keeps the app from passing: faults of the gate and of exceptions first. */
    static List<Standing> in(Facts facts, Anchors anchors) {
        var cited = facts.controls().stream()
                .collect(Collectors.toMap(ControlRow::ruleId, ControlRow::citations, (one, other) -> one));
        Map<Observation, List<Observation>> groups = facts.observations().stream()
                .filter(it -> !it.excused())
                .collect(Collectors.groupingBy(
                        Standing::anywhere,
                        () -> new TreeMap<>(Comparator.comparing(
                                        (Observation it) -> !it.level().equals("fatal"))
                                .thenComparing(Observation::ruleId)
                                .thenComparing(Observation::info)
                                .thenComparing(Observation::level)
                                .thenComparing(Observation::why)
                                .thenComparing(Observation::mend)),
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), cited, facts, anchors))
                .toList();
    }

    private static Standing of(
            Observation said, List<Observation> all, Map<String, String> cited, Facts facts, Anchors anchors) {
        var rule = RuleName.ofFinding(said.ruleId());
        return new Standing(
                RuleName.of(said.ruleId()),
                anchors.rule(rule),
                said,
                Citations.in(cited.getOrDefault(rule.id(), "")).stream()
                        .map(anchors::citation)
                        .toList(),
                all.size(),
                all.stream()
                        .limit(MOST)
                        .map(it -> Place.of(it.path(), facts, anchors))
                        .toList());
    }

    private static Observation anywhere(Observation it) {
        return new Observation(it.ruleId(), "", it.level(), it.info(), it.why(), it.mend(), it.excused());
    }
}
