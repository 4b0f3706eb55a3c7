package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What it means that a rule of cdk-nag raised nothing about a resource of a type that it looks at. */
final class Silence {
    private final Assembly app;
    private final Map<String, Set<String>> logicalIds;

    Silence(Assembly app) {
        this.app = app;
        this.logicalIds = app.stacks().stream().collect(Collectors.toMap(StackTemplate::path, Silence::logicalIds));
    }

    ControlRow row(NagRules.Rule rule, TemplateResource resource) {
        var question = Question.of(rule);
        if (resource.raw()) {
            return question.answer(
                    resource, Compliance.NOT_EVALUATED, "made as a raw resource, which cdk-nag cannot read");
        }
        return hidden(rule, resource)
                .or(() -> OpenValue.in(resource, rule, logicalIds.getOrDefault(resource.stack(), Set.of())))
                .map(cause -> question.answer(resource, Compliance.NOT_EVALUATED, cause))
                .or(() -> leftAlone(rule, resource)
                        .map(cause -> question.answer(resource, Compliance.NOT_APPLICABLE, cause)))
                .orElseGet(() -> question.answer(resource, Compliance.COMPLIANT, ""));
    }

    /** Returns why a rule leaves a resource alone although it looks at its type. */
    static Optional<String> leftAlone(NagRules.Rule rule, TemplateResource resource) {
        return rule.name().equals("RDSLoggingEnabled")
                        && resource.type().equals("AWS::RDS::DBInstance")
                        && resource.properties().path("Engine").asText().contains("aurora")
                ? Optional.of("of Aurora the rule asks the cluster, not its instances")
                : Optional.empty();
    }

    /** cdk-nag drops what a bare id excuses before any report: whether the rule raised something is lost. */
    private Optional<String> hidden(NagRules.Rule rule, TemplateResource resource) {
        var bare = rule.pack() + "-" + rule.name();
        return app.exceptions().stream()
                .filter(exception -> exception.covers(resource.path()))
                .map(exception -> ExceptionId.unqualified(exception.id()))
                .filter(id -> id.equals(bare) || id.startsWith(bare + "["))
                .map(id -> "an exception by the bare id " + bare + " keeps from every report what the rule found")
                .findFirst();
    }

    private static Set<String> logicalIds(StackTemplate stack) {
        return stack.resources().stream().map(TemplateResource::logicalId).collect(Collectors.toSet());
    }
}
