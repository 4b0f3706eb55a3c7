package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.EvidencePack;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns what the rules said into the evidence pack. */
final class Evidence {
    private static final String OUTSIDE = "not judged: the rule is none of this gate's";
    private static final String OPEN = "not judged: its pack did not finish";

    private Evidence() {}

    static GateOutcome write(Assembly app, Inspection inspection, Governance governance, List<AdviceRow> advice) {
        var pack = EvidencePack.in(app.directory());
        var uncovered = inspection.findings().stream()
                .filter(finding -> governance.exceptionFor(finding).isEmpty())
                .count();
        var ungoverned = governance.problems().size();
        var facts = new Facts(
                app,
                uncovered == 0 && ungoverned == 0,
                new ControlTable(app, inspection, governance).rows(),
                observations(inspection, governance),
                exceptions(app, governance),
                advice,
                inspection.unfinished(),
                inspection.sources(),
                Origin.of(Path.of(""), app.directory()));
        pack.write(facts, Exhibits.all());
        ManifestFile.write(pack.directory(), facts, FeatureFlags.recommended());
        return new GateOutcome(facts, uncovered, ungoverned, pack.directory());
    }

    private static List<Observation> observations(Inspection inspection, Governance governance) {
        return Stream.concat(inspection.findings().stream(), governance.problems().stream())
                .map(finding -> new Observation(
                        finding.qualifiedId(),
                        finding.path(),
                        finding.level(),
                        finding.info(),
                        finding.why(),
                        finding.mend(),
                        governance.exceptionFor(finding).isPresent()))
                .sorted(Comparator.comparing(Observation::ruleId).thenComparing(Observation::path))
                .toList();
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
