package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.EvidencePack;
import io.cordon.compliance.evidence.ExceptionRow;
import java.time.LocalDate;
import java.util.List;

/** Turns what the rules said into the evidence pack. */
final class Evidence {
    private static final String OUTSIDE = "not judged: the rule is none of this gate's";
    private static final String OPEN = "not judged: its pack did not finish";

    private Evidence() {}

    static GateOutcome write(
            Assembly app, Inspection inspection, Governance governance, List<AdviceRow> advice, LocalDate asOf) {
        var pack = EvidencePack.in(app.directory());
        var controls = new ControlTable(app, inspection, governance).rows();
        var exceptions = exceptions(app, governance);
        pack.write(controls, exceptions, advice);
        var uncovered = inspection.findings().stream()
                .filter(finding -> governance.exceptionFor(finding).isEmpty())
                .count();
        return new GateOutcome(
                asOf,
                app.stacks(),
                controls,
                exceptions,
                uncovered,
                governance.problems().size(),
                pack.directory());
    }

    private static String standing(RecordedException exception, Governance governance) {
        if (!Governance.governs(exception)) {
            return OUTSIDE;
        }
        return governance
                .problemWith(exception)
                .map(problem -> problem.rule() + ": " + problem.info())
                .orElse(governance.isOpen(exception) ? OPEN : GateOutcome.GOVERNED);
    }

    private static List<ExceptionRow> exceptions(Assembly app, Governance governance) {
        return app.exceptions().stream()
                .map(exception -> {
                    var terms = exception.terms();
                    return new ExceptionRow(
                            exception.id(),
                            exception.path(),
                            String.join(" ", governance.excusedBy(exception)),
                            exception.reason(),
                            terms == null ? "" : terms.compensation(),
                            terms == null ? "" : terms.owner(),
                            terms == null ? "" : terms.expires(),
                            governance.endsSoon(exception) ? "yes" : "no",
                            standing(exception, governance));
                })
                .toList();
    }
}
