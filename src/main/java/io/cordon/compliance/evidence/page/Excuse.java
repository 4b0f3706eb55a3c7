package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
     * One construct's share: the twins of both packs stand together.
     *
     * @param place what is excused and where
     * @param packs the packs whose rule it is
     */
    record Entry(Place place, List<Link> packs) {}

    /**
     * What is excused and where.
     *
     * @param rule the rule without its pack
     * @param madeOn the construct that it was made on
     * @param line where that was made; empty if this is not known
     * @param resources what it excuses there
     */
    record Place(String rule, String madeOn, String line, List<Link> resources) {}

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
                .map(group -> new Excuse(group.getKey(), entries(group.getValue(), facts, anchors)))
                .toList();
    }

    /** Returns how many exceptions of the register these are. */
    long count() {
        return entries.stream().mapToLong(entry -> entry.packs().size()).sum();
    }

    private static List<Entry> entries(List<ExceptionRow> rows, Facts facts, Anchors anchors) {
        var entries = new LinkedHashMap<Place, List<Link>>();
        for (var row : rows) {
            entries.computeIfAbsent(place(row, facts, anchors), it -> new ArrayList<>())
                    .add(pack(row, anchors));
        }
        return entries.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int rank(ExceptionRow row) {
        return row.standing().startsWith("not judged") ? 2 : row.standing().equals("governed") ? 1 : 0;
    }

    private static Place place(ExceptionRow row, Facts facts, Anchors anchors) {
        return new Place(
                RuleName.of(row.ruleId()).name(),
                row.madeOn(),
                facts.sources().of(row.madeOn()).map(Object::toString).orElse(""),
                resources(row.resources(), anchors));
    }

    private static Link pack(ExceptionRow row, Anchors anchors) {
        var pack = RuleName.of(row.ruleId()).pack();
        return new Link(
                pack.isEmpty() ? "no pack" : pack,
                anchors.rule(RuleName.ofFinding(row.ruleId())).to());
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
                row.ticket(),
                row.endsSoon(),
                row.statedIn(),
                row.standing());
    }
}
