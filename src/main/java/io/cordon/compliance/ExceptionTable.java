package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.evidence.ExceptionRow;
import java.util.List;
import java.util.stream.Stream;

/** Every exception with what governs it, wherever it was stated, and every statement that cannot be read. */
final class ExceptionTable {
    private static final String OUTSIDE = "not judged: the rule is none of this gate's";
    private static final String OPEN = "not judged: its pack did not finish";

    private ExceptionTable() {}

    static List<ExceptionRow> rows(Assembly app, Inspection inspection, Governance governance) {
        return Stream.concat(
                        app.exceptions().stream().map(exception -> row(exception, governance)),
                        inspection.files().problems().stream().map(ExceptionTable::unreadable))
                .toList();
    }

    private static ExceptionRow row(RecordedException exception, Governance governance) {
        var terms = exception.terms();
        return new ExceptionRow(
                exception.id(),
                exception.path(),
                String.join(" ", governance.excusedBy(exception)),
                exception.reason(),
                terms == null ? "" : terms.compensation(),
                terms == null ? "" : terms.owner(),
                terms == null ? "" : terms.expires(),
                terms == null ? "" : terms.ticket(),
                governance.endsSoon(exception) ? "yes" : "no",
                exception.file().isEmpty() ? "code" : exception.file(),
                standing(exception, governance));
    }

    private static ExceptionRow unreadable(Finding problem) {
        var file = problem.info().replaceFirst("(?s): .*", "");
        return new ExceptionRow("", "", "", "", "", "", "", "", "no", file, standing(problem));
    }

    private static String standing(RecordedException exception, Governance governance) {
        if (!Governance.governs(exception)) {
            return OUTSIDE;
        }
        return governance
                .problemWith(exception)
                .map(ExceptionTable::standing)
                .orElse(governance.isOpen(exception) ? OPEN : GateOutcome.GOVERNED);
    }

    private static String standing(Finding problem) {
        return problem.rule() + ": " + problem.info();
    }
}
