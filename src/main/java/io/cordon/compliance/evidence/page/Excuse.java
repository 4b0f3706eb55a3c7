package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exceptions made for the same reason, under the same terms.
 *
 * @param terms reason, owner, end and standing
 * @param entries what is excused, and where
 */
record Excuse(ExceptionRow terms, List<Entry> entries) {

    /**
     * One row of the register.
     *
     * @param rule what is excused
     * @param madeOn the construct that it was made on
     * @param line where that was made; empty if this is not known
     * @param resources what it excuses there
     */
    record Entry(Link rule, String madeOn, String line, List<Link> resources) {}

    /** How many exceptions there are, and when the next of them ends. */
    record Count(long governed, long refused, long foreign, long endsSoon, String nextEnd) {
        static Count of(List<ExceptionRow> rows) {
            var governed = rows.stream()
                    .filter(row -> row.standing().equals("governed"))
                    .toList();
            var foreign = rows.stream()
                    .filter(row -> row.standing().startsWith("not judged"))
                    .count();
            return new Count(
                    governed.size(),
                    rows.size() - governed.size() - foreign,
                    foreign,
                    governed.stream()
                            .filter(row -> row.endsSoon().equals("yes"))
                            .count(),
                    governed.stream()
                            .map(ExceptionRow::expires)
                            .sorted()
                            .findFirst()
                            .orElse(""));
        }

        /** Returns all of it in words. */
        String sentence() {
            return governed + foreign + refused == 0
                    ? "There are no exceptions."
                    : Counted.of(governed, "exception") + (governed == 1 ? " is" : " are") + " in force"
                            + (nextEnd.isEmpty() ? "" : "; the next ends on " + nextEnd)
                            + ". "
                            + (endsSoon == 0 ? "None ends soon" : Counted.number(endsSoon) + " of them ends soon")
                            + "; " + Counted.number(refused) + " refused"
                            + (foreign == 0 ? "" : "; " + Counted.number(foreign) + " not judged")
                            + ".";
        }
    }

    /** Returns the name of its style. */
    String style() {
        return List.of("refused", "governed", "foreign").get(rank(terms));
    }

    /** Whether the end of these exceptions is near. */
    boolean endsSoon() {
        return terms.endsSoon().equals("yes");
    }

    /** Returns the whole register: what is wrong first, then what ends first. */
    static List<Excuse> in(Facts facts, Anchors anchors) {
        Map<ExceptionRow, List<ExceptionRow>> groups = facts.exceptions().stream()
                .collect(Collectors.groupingBy(
                        Excuse::terms,
                        () -> new TreeMap<>(Comparator.comparing(Excuse::rank)
                                .thenComparing(ExceptionRow::expires)
                                .thenComparing(ExceptionRow::reason)
                                .thenComparing(ExceptionRow::toString)),
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Excuse(
                        group.getKey(),
                        group.getValue().stream()
                                .map(row -> entry(row, facts, anchors))
                                .toList()))
                .toList();
    }

    private static int rank(ExceptionRow row) {
        return row.standing().startsWith("not judged") ? 2 : row.standing().equals("governed") ? 1 : 0;
    }

    private static Entry entry(ExceptionRow row, Facts facts, Anchors anchors) {
        var rule = anchors.rule(RuleName.ofFinding(row.ruleId()));
        return new Entry(
                new Link(row.ruleId().replaceFirst(".*?::", ""), rule.to()),
                row.madeOn(),
                facts.sources().of(row.madeOn()).map(Object::toString).orElse(""),
                resources(row.resources(), anchors));
    }

    /** The register parts paths by blanks, and a path may hold one: what is no path alone is told as it stands. */
    private static List<Link> resources(String text, Anchors anchors) {
        var whole = anchors.resource(text);
        var parts = new ArrayList<Link>();
        Stream.of(text.split(" ")).map(anchors::resource).forEach(parts::add);
        return whole.to().isEmpty()
                        && parts.stream().noneMatch(part -> part.to().isEmpty())
                ? parts
                : List.of(whole);
    }

    private static ExceptionRow terms(ExceptionRow row) {
        return new ExceptionRow(
                "",
                "",
                "",
                row.reason(),
                row.compensation(),
                row.owner(),
                row.expires(),
                row.endsSoon(),
                row.standing());
    }
}
