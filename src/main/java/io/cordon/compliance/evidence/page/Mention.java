package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of one verdict, as a rule or a resource lists them.
 *
 * @param verdict the verdict
 * @param rows the other side of each row
 */
record Mention(Compliance verdict, List<Row> rows) {

    /**
     * One row.
     *
     * @param other the resource where a rule lists it, the rule where a resource does
     * @param pack the pack of that rule; empty where a rule lists it
     * @param note what exactly was found, or why there is no verdict
     */
    record Row(Link other, String pack, String note) {}

    static List<Mention> ofRule(Collection<ControlRow> rows, Anchors anchors) {
        return of(
                rows,
                row -> new Row(
                        row.resourceId().isEmpty() ? new Link("the app", "") : anchors.resource(row.resourceId()),
                        "",
                        row.cause()));
    }

    static List<Mention> ofResource(Collection<ControlRow> rows, Anchors anchors) {
        return of(rows, row -> {
            var rule = RuleName.of(row.ruleId());
            return new Row(anchors.rule(rule), rule.pack(), row.cause());
        });
    }

    private static List<Mention> of(Collection<ControlRow> rows, Function<ControlRow, Row> told) {
        return Tally.ORDER.stream()
                .map(verdict -> new Mention(
                        verdict,
                        rows.stream()
                                .filter(row -> row.compliance() == verdict)
                                .map(told)
                                .toList()))
                .filter(mention -> !mention.rows().isEmpty())
                .toList();
    }
}
