package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many rows came to which verdict; a row is one rule against one resource. */
record Tally(long compliant, long acknowledged, long nonCompliant, long notEvaluated, long notApplicable) {

    static Tally of(Collection<ControlRow> rows) {
        return new Tally(
                count(rows, Compliance.COMPLIANT),
                count(rows, Compliance.ACKNOWLEDGED),
                count(rows, Compliance.NON_COMPLIANT),
                count(rows, Compliance.NOT_EVALUATED),
                count(rows, Compliance.NOT_APPLICABLE));
    }

    /** Whether a rule looked and came to a verdict: what could not be evaluated and what does not apply are none. */
    boolean reachesAVerdict() {
        return compliant + acknowledged + nonCompliant > 0;
    }

    /** Returns {@code 3 compliant, 1 not evaluated}. */
    String words() {
        return Stream.of(
                        word(compliant, "compliant"),
                        word(acknowledged, "excused"),
                        word(nonCompliant, "not compliant"),
                        word(notEvaluated, "not evaluated"),
                        word(notApplicable, "not applicable"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String word(long count, String word) {
        return count == 0 ? "" : count + " " + word;
    }

    private static long count(Collection<ControlRow> rows, Compliance compliance) {
        return rows.stream().filter(row -> row.compliance() == compliance).count();
    }
}
