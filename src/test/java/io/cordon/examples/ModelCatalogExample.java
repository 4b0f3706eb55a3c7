package io.cordon.examples;

import io.cordon.ai.AiBoundary;
import io.cordon.ai.ModelCatalog;
import io.cordon.functions.ExecutionRole;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

final class ModelCatalogExample extends Stack {
    ModelCatalogExample(Construct scope, String id) {
        super(scope, id);

        // example:start
        var profile = ModelCatalog.of(this).defaultModel().in("eu");

        var boundary = new AiBoundary(this, "Boundary", it -> it.geography("eu"));
        var role = new ExecutionRole(this, "Role", it -> it.permissionsBoundary(boundary.getPolicy()));
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("bedrock:GetInferenceProfile"))
                .resources(List.of(profile.arn(this)))
                .build());
        // example:end
    }
}
