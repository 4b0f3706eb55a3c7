package io.cordon.examples;

import io.cordon.ai.AiBoundary;
import io.cordon.ai.ModelCatalog;
import io.cordon.functions.ExecutionRole;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

final class ModelCatalogExample extends Stack {
    ModelCatalogExample(Construct scope, String id) {
        super(scope, id);

        // example:start
        var model = ModelCatalog.of(this).defaultModel();
        var profile = model.in("eu");
        getTemplateOptions().setDescription("Calls " + profile.id() + " in " + profile.destinations());

        var boundary = new AiBoundary(this, "Boundary", it -> it.geography("eu"));
        new ExecutionRole(this, "Role", it -> it.permissionsBoundary(boundary.getPolicy()));
        // example:end
    }
}
