package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Counted;
import io.cordon.compliance.evidence.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was not evaluated for one cause.
 *
 * @param cause why
 * @param rows how many rows have no verdict because of it
 * @param resources how many resources these rows are about
 * @param types what they are
 */
record Gap(String cause, long rows, long resources, List<Type> types) {
    private static final String UNKNOWN_TYPE = "no rule of these packs knows ";

    /**
     * One kind of resource.
     *
     * @param name the CloudFormation type; empty for what is about the app as a whole
     * @param rows how many rows
     * @param rules the rules that have no verdict
     * @param resources where
     */
    record Type(String name, long rows, List<Link> rules, List<Link> resources) {
        /** Whether rules were asked and had no answer; else none could be. */
        boolean asked() {
            return !rules.stream().allMatch(rule -> rule.text().equals("(none)"));
        }

        String summary() {
            return Counted.of(resources.size(), "resource") + (asked() ? ", " + Counted.of(rules.size(), "rule") : "");
        }

        private static Type of(String name, List<ControlRow> rows, Anchors anchors) {
            return new Type(
                    name,
                    rows.size(),
                    rows.stream()
                            .map(ControlRow::ruleId)
                            .distinct()
                            .map(id -> anchors.rule(RuleName.of(id)))
                            .toList(),
                    rows.stream()
                            .map(ControlRow::resourceId)
                            .filter(path -> !path.isEmpty())
                            .distinct()
                            .sorted()
                            .map(anchors::resource)
                            .toList());
        }
    }

    /** Returns every cause, the most frequent first. */
    static List<Gap> in(Facts facts, Anchors anchors) {
        return facts.controls().stream()
                .filter(row -> row.compliance() == Compliance.NOT_EVALUATED)
                .collect(Collectors.groupingBy(Gap::cause, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> of(group.getKey(), group.getValue(), anchors))
                .sorted(Comparator.comparingLong(Gap::rows).reversed().thenComparing(Gap::cause))
                .toList();
    }

    private static Gap of(String cause, List<ControlRow> rows, Anchors anchors) {
        var types = rows.stream()
                .collect(Collectors.groupingBy(ControlRow::resourceType, TreeMap::new, Collectors.toList()));
        return new Gap(
                cause,
                rows.size(),
                rows.stream()
                        .map(ControlRow::resourceId)
                        .filter(path -> !path.isEmpty())
                        .distinct()
                        .count(),
                types.entrySet().stream()
                        .map(type -> Type.of(type.getKey(), type.getValue(), anchors))
                        .toList());
    }

    private static String cause(ControlRow row) {
        return row.cause().startsWith(UNKNOWN_TYPE)
                ? "no rule of these packs knows the type of the resource"
                : row.cause();
    }
}
