package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.rules.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule against every resource that it looks at, and what no rule looked at. */
final class ControlTable {
    private static final List<NagRules.Rule> NAG_RULES = HipaaGuardrails.PACKS.stream()
            .flatMap(pack -> NagRules.current().of(pack).stream())
            .toList();

    private final Assembly app;
    private final Inspection inspection;
    private final Governance governance;
    private final Silence silence;
    private final Map<String, List<Finding>> findings;

    ControlTable(Assembly app, Inspection inspection, Governance governance) {
        this.app = app;
        this.inspection = inspection;
        this.governance = governance;
        this.silence = new Silence(app);
        this.findings = inspection.findings().stream().collect(Collectors.groupingBy(Finding::path));
    }

    List<ControlRow> rows() {
        return Stream.of(packRows(), ownRows(), strangerRows(), unseenRows())
                .flatMap(rows -> rows)
                .sorted(Comparator.comparing(ControlRow::ruleId)
                        .thenComparing(ControlRow::resourceId)
                        .thenComparing(ControlRow::cause))
                .toList();
    }

    private Stream<ControlRow> packRows() {
        return NAG_RULES.stream().flatMap(rule -> {
            var unfinished = inspection.unfinished(rule.pack());
            if (unfinished.isPresent()) {
                return Stream.of(Question.of(rule).notEvaluated(unfinished.get()));
            }
            var seen = app.resources()
                    .filter(it -> rule.types().contains(it.type()))
                    .toList();
            return seen.isEmpty()
                    ? Stream.of(Question.of(rule).notApplicable("the app has no " + String.join(" or ", rule.types())))
                    : seen.stream().flatMap(resource -> nagRows(rule, resource));
        });
    }

    private Stream<ControlRow> nagRows(NagRules.Rule rule, TemplateResource resource) {
        var found = findings.getOrDefault(resource.path(), List.of()).stream()
                .filter(finding -> isOf(finding, rule))
                .toList();
        if (!found.isEmpty()) {
            return found.stream().map(finding -> foundRow(rule, resource, finding));
        }
        return Stream.of(silence.row(rule, resource));
    }

    private ControlRow foundRow(NagRules.Rule rule, TemplateResource resource, Finding finding) {
        var question = Question.of(rule);
        var which = finding.qualifiedId().equals(rule.qualifiedId()) ? "" : finding.rule();
        return governance
                .exceptionFor(finding)
                .map(exception -> question.acknowledged(resource, which, exception))
                .orElseGet(() -> finding.isUnreadable()
                        ? question.answer(resource, Compliance.NOT_EVALUATED, finding.info())
                        : question.answer(resource, Compliance.NON_COMPLIANT, which));
    }

    /** A finding of several says which in brackets behind the rule's id. */
    private static boolean isOf(Finding finding, NagRules.Rule rule) {
        var id = rule.qualifiedId();
        return finding.qualifiedId().equals(id) || finding.qualifiedId().startsWith(id + "[");
    }

    private Stream<ControlRow> ownRows() {
        var asked =
                inspection.verdicts().stream().map(said -> said.rule().name()).collect(Collectors.toSet());
        var silent = OwnRules.all().stream()
                .filter(rule -> !asked.contains(rule.name()))
                .map(Question::of)
                .map(question -> inspection
                        .unfinished(OwnRules.PACK)
                        .map(question::notEvaluated)
                        .orElseGet(() -> question.notApplicable("the app has nothing that it looks at")));
        return Stream.concat(inspection.verdicts().stream().map(this::ownRow), silent);
    }

    private ControlRow ownRow(OwnVerdict said) {
        var question = Question.of(said.rule());
        var resource = said.resource();
        if (said.verdict() instanceof Verdict.NonCompliant broken) {
            return exceptionFor(question, resource)
                    .map(exception -> question.acknowledged(resource, broken.finding(), exception))
                    .orElseGet(() -> question.answer(resource, Compliance.NON_COMPLIANT, broken.finding()));
        }
        if (said.verdict() instanceof Verdict.NotEvaluated blind) {
            return question.answer(resource, Compliance.NOT_EVALUATED, blind.cause());
        }
        if (said.verdict() instanceof Verdict.NotApplicable other) {
            return question.answer(resource, Compliance.NOT_APPLICABLE, other.cause());
        }
        return question.answer(resource, Compliance.COMPLIANT, "");
    }

    private Optional<RecordedException> exceptionFor(Question question, TemplateResource resource) {
        return findings.getOrDefault(resource.path(), List.of()).stream()
                .filter(finding -> finding.qualifiedId().equals(question.id()))
                .flatMap(finding -> governance.exceptionFor(finding).stream())
                .findFirst();
    }

    /** Findings on what no template shows, so that none is ever lost between two files. */
    private Stream<ControlRow> strangerRows() {
        var known = app.resources().map(TemplateResource::path).collect(Collectors.toSet());
        return inspection.findings().stream()
                .filter(finding -> !known.contains(finding.path()))
                .map(finding -> {
                    var exception = governance.exceptionFor(finding);
                    return new ControlRow(
                            finding.qualifiedId(),
                            finding.path(),
                            exception.isPresent() ? Compliance.ACKNOWLEDGED : Compliance.NON_COMPLIANT,
                            exception.map(RecordedException::reason).orElse(""),
                            finding.level(),
                            finding.info(),
                            "the construct is in no template that was read",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "");
                });
    }

    /** What no rule of any pack looks at is said too: an auditor counts resources, not findings. */
    private Stream<ControlRow> unseenRows() {
        Set<String> known = Stream.concat(
                        NAG_RULES.stream().flatMap(rule -> rule.types().stream()),
                        OwnRules.all().stream().flatMap(rule -> rule.types().stream()))
                .collect(Collectors.toSet());
        return app.resources()
                .filter(resource -> !known.contains(resource.type()))
                .map(resource -> Question.NONE.answer(resource, Compliance.NOT_EVALUATED, unseen(resource)));
    }

    private String unseen(TemplateResource resource) {
        return app.isUnreadStack(resource)
                ? "makes a stack whose template is not in the assembly: nothing in that stack was judged"
                : "no rule of these packs knows " + resource.type();
    }
}
