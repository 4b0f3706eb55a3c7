package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.rules.Rule;
import io.cordon.compliance.rules.Verdict;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.IPolicyValidationContext;

/** Our own rules against every resource of every template. */
final class OwnRulesJudge implements GatePlugin.Judge {
    private final Inspection inspection;

    OwnRulesJudge(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public List<Finding> judge(IPolicyValidationContext context) {
        var app = inspection.read(context);
        var verdicts = OwnRules.all().stream()
                .flatMap(rule -> app.resources()
                        .filter(it -> rule.types().contains(it.type()))
                        .map(resource -> new OwnVerdict(rule, resource, verdict(rule, resource, app))))
                .toList();
        var findings = verdicts.stream().flatMap(OwnRulesJudge::finding).toList();
        verdicts.forEach(inspection::add);
        inspection.add(findings);
        return findings;
    }

    private static Verdict verdict(Rule rule, TemplateResource resource, Assembly app) {
        try {
            return rule.judge(resource, app);
        } catch (RuntimeException e) {
            throw new IllegalStateException(rule.name() + " cannot judge " + resource.path(), e);
        }
    }

    private static Stream<Finding> finding(OwnVerdict said) {
        return said.verdict() instanceof Verdict.NonCompliant broken
                ? Stream.of(new Finding(
                        OwnRules.PACK,
                        said.rule().name(),
                        "error",
                        broken.finding(),
                        said.rule().asks(),
                        broken.mend(),
                        said.resource().path()))
                : Stream.of();
    }
}
