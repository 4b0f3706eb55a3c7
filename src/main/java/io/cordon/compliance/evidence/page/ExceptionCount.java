package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Counted;
import io.cordon.compliance.evidence.ExceptionRow;
import java.util.List;

/** How many exceptions there are, and when the next of them ends. */
record ExceptionCount(long governed, long refused, long foreign, long endsSoon, String nextEnd) {
    static ExceptionCount of(List<ExceptionRow> rows) {
        var governed =
                rows.stream().filter(row -> row.standing().equals("governed")).toList();
        var foreign = rows.stream()
                .filter(row -> row.standing().startsWith("not judged"))
                .count();
        return new ExceptionCount(
                governed.size(),
                rows.size() - governed.size() - foreign,
                foreign,
                governed.stream().filter(row -> row.endsSoon().equals("yes")).count(),
                governed.stream()
                        .map(ExceptionRow::expires)
                        .sorted()
                        .findFirst()
                        .orElse(""));
    }

    /** Returns all of it in words. */
    String sentence() {
        if (governed + foreign + refused == 0) {
            return "There are no exceptions.";
        }
        return Counted.of(governed, "exception") + (governed == 1 ? " is" : " are") + " in force, "
                + Counted.number(refused) + " refused"
                + (foreign == 0 ? "" : ", " + Counted.number(foreign) + " not judged") + "."
                + (nextEnd.isEmpty() ? "" : " The next ends on " + nextEnd + "; " + soon() + ".");
    }

    private String soon() {
        return endsSoon == 0
                ? "none ends soon"
                : Counted.number(endsSoon) + " of them " + (endsSoon == 1 ? "ends soon" : "end soon");
    }
}
