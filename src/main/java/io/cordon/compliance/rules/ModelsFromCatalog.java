package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.policies.BedrockModels;
import io.cordon.policies.BedrockModels.Geography;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may call a foundation model may call one that still answers, keeps nothing and stays in a geography. */
final class ModelsFromCatalog implements Rule {
    private static final String MEND =
            "Name a model of policies/bedrock/models.json, by BedrockPrivateLink.grantInvoke.";

    @Override
    public String asks() {
        return "Policies that allow calls of foundation models name models of the list, inside a geography.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(b)(1)", "164.312(a)(1)", "164.312(e)(1)");
    }

    @Override
    public Set<String> types() {
        return AllowedModel.TYPES;
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var models = AllowedModel.in(resource);
        if (models.isEmpty()) {
            return new Verdict.NotApplicable("it allows no call of a named model");
        }
        var home = home(resource, app);
        var problems = models.stream()
                .flatMap(model -> problem(model, home, app.asOf()).stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            return new Verdict.NonCompliant("It allows " + String.join("; ", problems) + ".", MEND);
        }
        var unknown = models.stream()
                .map(AllowedModel::id)
                .filter(id -> BedrockModels.current().model(id).isEmpty())
                .map(id -> id.replace(PolicyText.GAP, "..."))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NotEvaluated("the model list knows nothing of " + String.join(", ", unknown));
    }

    /** The geographies that the data of a stack may be in: its region's own, or any if nobody knows it. */
    private static List<Geography> home(TemplateResource resource, Assembly app) {
        var region = new ResourceNames(app).region(resource.stack());
        var own = BedrockModels.current().geographies().stream()
                .filter(it -> it.regions().contains(region))
                .toList();
        return own.isEmpty() ? BedrockModels.current().geographies() : own;
    }

    private static Optional<String> problem(AllowedModel model, List<Geography> home, LocalDate asOf) {
        if (model.id().contains("*") || model.id().contains("?")) {
            return Optional.of("models that it does not name (" + model.id() + ")");
        }
        return away(model, home)
                .or(() -> over(model.id(), asOf))
                .or(() -> BedrockModels.current().withheld().stream()
                        .filter(it -> it.id().equals(model.id()))
                        .map(it -> it.id() + ", which keeps what it is given for " + it.retainsDays() + " days")
                        .findFirst());
    }

    private static Optional<String> away(AllowedModel model, List<Geography> home) {
        if (!model.geography().isEmpty()
                && home.stream().noneMatch(it -> it.id().equals(model.geography()))) {
            return Optional.of(model.id() + " in any region of " + model.geography());
        }
        var within = home.stream().flatMap(it -> it.regions().stream()).collect(Collectors.toSet());
        return model.regions().stream()
                .filter(it -> !within.contains(it) && !it.contains(PolicyText.GAP))
                .findFirst()
                .map(it -> model.id() + " in " + (it.equals("*") ? "any region" : it));
    }

    private static Optional<String> over(String id, LocalDate asOf) {
        return BedrockModels.current().ended().stream()
                .filter(it -> it.id().equals(id))
                .map(it -> id + ", which ended on " + it.on())
                .findFirst()
                .or(() -> BedrockModels.current()
                        .model(id)
                        .filter(it -> it.ends().isOver(asOf))
                        .map(it -> id + ", which ended on " + it.ends().on()));
    }
}
