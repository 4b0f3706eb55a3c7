package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.policies.BedrockModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may call a foundation model may call one that still answers, keeps nothing and stays in a geography. */
final class ModelsFromCatalog implements Rule {
    private static final BedrockModels LIST = BedrockModels.current();
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
        var problems = models.stream()
                .flatMap(model -> problem(model, app.asOf()).stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            return new Verdict.NonCompliant("It allows " + String.join("; ", problems) + ".", MEND);
        }
        var unknown = models.stream()
                .map(AllowedModel::id)
                .filter(id -> LIST.model(id).isEmpty())
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NotEvaluated("the model list knows nothing of " + String.join(", ", unknown));
    }

    private static Optional<String> problem(AllowedModel model, LocalDate asOf) {
        if (model.id().contains("*")) {
            return Optional.of("models that it does not name (" + model.id() + ")");
        }
        if (!model.geography().isEmpty() && LIST.geography(model.geography()).isEmpty()) {
            return Optional.of(model.id() + " in any region of " + model.geography());
        }
        return over(model.id(), asOf)
                .or(() -> LIST.withheld().stream()
                        .filter(it -> it.id().equals(model.id()))
                        .map(it -> it.id() + ", which keeps what it is given for " + it.retainsDays() + " days")
                        .findFirst());
    }

    private static Optional<String> over(String id, LocalDate asOf) {
        return LIST.ended().stream()
                .filter(it -> it.id().equals(id))
                .map(it -> id + ", which ended on " + it.on())
                .findFirst()
                .or(() -> LIST.model(id)
                        .filter(it -> it.ends().isOver(asOf))
                        .map(it -> id + ", which ended on " + it.ends().on()));
    }
}
