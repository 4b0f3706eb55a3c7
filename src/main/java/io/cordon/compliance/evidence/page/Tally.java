package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Counted;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many rows have which verdict. */
record Tally(Map<Compliance, Long> counts) {
    /** What was judged, what was not, and what there was nothing to ask of. */
    static final List<Compliance> ORDER = List.of(
            Compliance.COMPLIANT,
            Compliance.ACKNOWLEDGED,
            Compliance.NON_COMPLIANT,
            Compliance.NOT_EVALUATED,
            Compliance.NOT_APPLICABLE);

    static Tally of(Collection<ControlRow> rows) {
        var counts = new EnumMap<Compliance, Long>(Compliance.class);
        rows.forEach(row -> counts.merge(row.compliance(), 1L, Long::sum));
        return new Tally(counts);
    }

    /** Whether somebody looked: what nobody could judge, and what nobody asked, is no verdict. */
    static boolean isVerdict(Compliance compliance) {
        return compliance != Compliance.NOT_EVALUATED && compliance != Compliance.NOT_APPLICABLE;
    }

    /** Returns the name of the style of a verdict. */
    static String style(Compliance compliance) {
        return compliance.toString().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    long of(Compliance compliance) {
        return counts.getOrDefault(compliance, 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns {@code 3 compliant, 1 not evaluated}. */
    String words() {
        return ORDER.stream()
                .filter(it -> of(it) > 0)
                .map(it -> Counted.number(of(it)) + " " + it.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Returns where the part of a verdict begins in a bar of a thousand. */
    long start(Compliance compliance) {
        return share(ORDER.subList(0, ORDER.indexOf(compliance)));
    }

    /** Returns where it ends. */
    long end(Compliance compliance) {
        return share(ORDER.subList(0, ORDER.indexOf(compliance) + 1));
    }

    private long share(List<Compliance> verdicts) {
        return all() == 0 ? 0 : 1000 * verdicts.stream().mapToLong(this::of).sum() / all();
    }
}
