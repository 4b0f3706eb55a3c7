package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.rules.Rule;
import io.cordon.compliance.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every rule against every resource that it looks at, and what no rule looked at. */
final class ControlTable {
    private final Assembly app;
    private final Inspection inspection;
    private final Governance governance;
    private final Map<String, TemplateResource> resources = new HashMap<>();
    private final Map<String, List<Finding>> findings;

    ControlTable(Assembly app, Inspection inspection, Governance governance) {
        this.app = app;
        this.inspection = inspection;
        this.governance = governance;
        app.resources().forEach(resource -> resources.put(resource.path(), resource));
        this.findings = inspection.findings().stream().collect(Collectors.groupingBy(Finding::path));
    }

    List<ControlRow> rows() {
        return Stream.of(packRows(), strangerRows(), ownRows(), unseenRows())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ControlRow::ruleId)
                        .thenComparing(ControlRow::resourceId)
                        .thenComparing(ControlRow::cause))
                .toList();
    }

    private List<ControlRow> packRows() {
        var rows = new ArrayList<ControlRow>();
        for (var pack : HipaaGuardrails.PACKS) {
            for (var rule : NagRules.current().of(pack)) {
                var seen = app.resources()
                        .filter(it -> rule.types().contains(it.type()))
                        .toList();
                seen.forEach(resource -> rows.addAll(nagRows(rule, resource)));
                if (seen.isEmpty()) {
                    rows.add(row(
                            rule,
                            null,
                            Compliance.NOT_APPLICABLE,
                            "the app has no " + String.join(" or ", rule.types()),
                            null));
                }
            }
        }
        return rows;
    }

    private List<ControlRow> nagRows(NagRules.Rule rule, TemplateResource resource) {
        var found = findings.getOrDefault(resource.path(), List.of()).stream()
                .filter(finding -> finding.pack().equals(rule.pack()) && isOf(finding, rule))
                .toList();
        if (!found.isEmpty()) {
            return found.stream()
                    .map(finding -> foundRow(rule, resource, finding))
                    .toList();
        }
        return List.of(
                resource.raw()
                        ? row(
                                rule,
                                resource,
                                Compliance.NOT_EVALUATED,
                                "made as a raw resource, which cdk-nag cannot read",
                                null)
                        : row(rule, resource, Compliance.COMPLIANT, "", null));
    }

    private ControlRow foundRow(NagRules.Rule rule, TemplateResource resource, Finding finding) {
        var exception = governance.exceptionFor(finding).orElse(null);
        var cause = finding.rule().equals(rule.pack() + "-" + rule.name()) ? "" : finding.rule();
        if (exception != null) {
            return row(rule, resource, Compliance.ACKNOWLEDGED, cause, exception);
        }
        return finding.isUnreadable()
                ? row(rule, resource, Compliance.NOT_EVALUATED, finding.info(), null)
                : row(rule, resource, Compliance.NON_COMPLIANT, cause, null);
    }

    /** A finding of several says which in brackets behind the rule's id. */
    private static boolean isOf(Finding finding, NagRules.Rule rule) {
        var id = rule.pack() + "-" + rule.name();
        return finding.rule().equals(id) || finding.rule().startsWith(id + "[");
    }

    /** Findings on what no template shows, so that none is ever lost between two files. */
    private List<ControlRow> strangerRows() {
        return inspection.findings().stream()
                .filter(finding -> !resources.containsKey(finding.path()))
                .map(finding -> new ControlRow(
                        finding.qualifiedId(),
                        finding.path(),
                        governance.exceptionFor(finding).isPresent()
                                ? Compliance.ACKNOWLEDGED
                                : Compliance.NON_COMPLIANT,
                        governance
                                .exceptionFor(finding)
                                .map(RecordedException::reason)
                                .orElse(""),
                        finding.level(),
                        finding.info(),
                        "the construct is in no template that was read",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""))
                .toList();
    }

    private List<ControlRow> ownRows() {
        var rows = new ArrayList<ControlRow>();
        inspection.verdicts().forEach(it -> rows.add(ownRow(it)));
        OwnRules.all().stream()
                .filter(rule ->
                        inspection.verdicts().stream().noneMatch(it -> it.rule().equals(rule)))
                .forEach(rule -> rows.add(
                        row(rule, null, Compliance.NOT_APPLICABLE, "the app has nothing that it looks at", null)));
        return rows;
    }

    private ControlRow ownRow(OwnVerdict said) {
        var verdict = said.verdict();
        if (verdict instanceof Verdict.NonCompliant broken) {
            var exception = findings.getOrDefault(said.resource().path(), List.of()).stream()
                    .filter(finding -> finding.qualifiedId().equals(id(said.rule())))
                    .flatMap(finding -> governance.exceptionFor(finding).stream())
                    .findFirst()
                    .orElse(null);
            var compliance = exception == null ? Compliance.NON_COMPLIANT : Compliance.ACKNOWLEDGED;
            return row(said.rule(), said.resource(), compliance, broken.finding(), exception);
        }
        if (verdict instanceof Verdict.NotEvaluated blind) {
            return row(said.rule(), said.resource(), Compliance.NOT_EVALUATED, blind.cause(), null);
        }
        if (verdict instanceof Verdict.NotApplicable other) {
            return row(said.rule(), said.resource(), Compliance.NOT_APPLICABLE, other.cause(), null);
        }
        return row(said.rule(), said.resource(), Compliance.COMPLIANT, "", null);
    }

    /** What no rule of any pack looks at is said too: an auditor counts resources, not findings. */
    private List<ControlRow> unseenRows() {
        Set<String> known = new HashSet<>();
        HipaaGuardrails.PACKS.forEach(pack -> NagRules.current().of(pack).forEach(rule -> known.addAll(rule.types())));
        OwnRules.all().forEach(rule -> known.addAll(rule.types()));
        return app.resources()
                .filter(resource -> !known.contains(resource.type()))
                .map(resource -> row(
                        "(none)",
                        "",
                        "No rule looks at this type.",
                        "",
                        resource,
                        Compliance.NOT_EVALUATED,
                        "no rule of these packs knows " + resource.type(),
                        null))
                .toList();
    }

    private static String id(Rule rule) {
        return OwnRules.PACK + "::" + rule.name();
    }

    private static ControlRow row(
            NagRules.Rule rule,
            @Nullable TemplateResource resource,
            Compliance compliance,
            String cause,
            @Nullable RecordedException exception) {
        return row(
                rule.qualifiedId(),
                rule.level(),
                rule.info(),
                String.join(" ", rule.citations()),
                resource,
                compliance,
                cause,
                exception);
    }

    private static ControlRow row(
            Rule rule,
            @Nullable TemplateResource resource,
            Compliance compliance,
            String cause,
            @Nullable RecordedException exception) {
        return row(
                id(rule),
                "error",
                rule.asks(),
                String.join(" ", rule.citations()),
                resource,
                compliance,
                cause,
                exception);
    }

    private static ControlRow row(
            String id,
            String level,
            String info,
            String citations,
            @Nullable TemplateResource resource,
            Compliance compliance,
            String cause,
            @Nullable RecordedException exception) {
        var terms = exception == null ? null : exception.terms();
        return new ControlRow(
                id,
                resource == null ? "" : resource.path(),
                compliance,
                exception == null ? "" : exception.reason(),
                level,
                info,
                cause,
                citations,
                resource == null ? "" : resource.type(),
                resource == null ? "" : resource.tag(DataClass.TAG).orElse(""),
                resource == null ? "" : resource.stack(),
                terms == null ? "" : terms.owner(),
                terms == null ? "" : terms.expires());
    }
}
