package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.rules.AllowedModel;
import io.cordon.policies.BedrockModels;
import io.cordon.policies.ModelWarning;
import java.util.stream.Stream;

/** Says of each policy which of the models that it allows are near their end: time to move, not yet an error. */
final class ModelAdvice {
    static final String RULE = "Cordon-ModelLife";

    private ModelAdvice() {}

    static Stream<AdviceRow> rows(Assembly app) {
        return app.resources()
                .filter(resource -> AllowedModel.TYPES.contains(resource.type()))
                .flatMap(resource -> rows(resource, app));
    }

    private static Stream<AdviceRow> rows(TemplateResource resource, Assembly app) {
        return AllowedModel.in(resource).stream()
                .map(AllowedModel::id)
                .distinct()
                .flatMap(id -> BedrockModels.current().model(id).stream())
                .flatMap(model -> ModelWarning.of(model, app.asOf()).stream())
                .map(sentence -> new AdviceRow(RULE, resource.path(), "warning", sentence));
    }
}
