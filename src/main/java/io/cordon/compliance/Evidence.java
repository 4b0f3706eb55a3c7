package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.EvidencePack;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import io.cordon.compliance.rules.OwnRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns what the rules said into the evidence pack. */
final class Evidence {
    private Evidence() {}

    /** Writes all of it; what cannot be written is a finding that the rest of it tells. */
    static GateOutcome write(Assembly app, Inspection inspection, Governance governance, List<AdviceRow> advice) {
        var pack = EvidencePack.in(app.directory());
        var facts = facts(app, inspection, governance, advice);
        var failed = pack.write(facts, Exhibits.all());
        if (!failed.isEmpty()) {
            failed.values().stream().limit(1).forEach(e -> inspection.unfinished(Governance.PACK, e));
            facts = facts(app, inspection, governance, advice);
            pack.write(
                    facts,
                    Exhibits.all().stream()
                            .filter(exhibit -> !failed.containsKey(exhibit.file()))
                            .toList());
        }
        if (Files.isDirectory(pack.directory())) {
            ManifestFile.write(pack.directory(), facts, FeatureFlags.recommended());
        }
        return new GateOutcome(
                facts, uncovered(inspection, governance), governance.problems().size(), pack.directory());
    }

    /** Leaves a pack for a synth in which nothing could be judged, and says why; what hinders even that is added to it. */
    static void unjudged(Inspection inspection, Throwable why) {
        Stream.of(NagRules.HIPAA, NagRules.NIST, OwnRules.PACK, Governance.PACK)
                .filter(pack -> inspection.unfinished(pack).isEmpty())
                .forEach(pack -> inspection.unfinished(pack, why));
        try {
            var app = inspection.unread();
            write(app, inspection, new Governance(app, inspection), List.of());
        } catch (RuntimeException | LinkageError e) {
            why.addSuppressed(e);
        }
    }

    private static Facts facts(Assembly app, Inspection inspection, Governance governance, List<AdviceRow> advice) {
        return new Facts(
                app,
                uncovered(inspection, governance) == 0 && governance.problems().isEmpty(),
                new ControlTable(app, inspection, governance).rows(),
                observations(inspection, governance),
                ExceptionTable.rows(app, inspection, governance),
                advice,
                inspection.unfinished(),
                inspection.sources(),
                Origin.of(Path.of(""), app.directory()));
    }

    private static long uncovered(Inspection inspection, Governance governance) {
        return inspection.findings().stream()
                .filter(finding -> governance.exceptionFor(finding).isEmpty())
                .count();
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
}
