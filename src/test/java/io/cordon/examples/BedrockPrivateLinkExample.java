package io.cordon.examples;

import io.cordon.ai.BedrockPrivateLink;
import io.cordon.functions.ExecutionRole;
import io.cordon.network.IsolatedNetwork;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

final class BedrockPrivateLinkExample extends Stack {
    BedrockPrivateLinkExample(Construct scope, String id) {
        super(scope, id);
        var auditKey =
                Key.Builder.create(this, "AuditKey").enableKeyRotation(true).build();

        // example:start
        var network = new IsolatedNetwork(
                this,
                "Network",
                it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b")).logKey(auditKey));

        var models = new BedrockPrivateLink(
                this,
                "Models",
                it -> it.network(network.getVpc(), network.getFunctionSecurityGroup())
                        .models(List.of("anthropic.claude-sonnet-5-5", "anthropic.claude-haiku-5-5")));

        var role = new ExecutionRole(this, "Analyse", it -> {});
        models.grantInvoke(role, "anthropic.claude-sonnet-5-5");

        models.getMetrics("anthropic.claude-sonnet-5-5").metricInvocationThrottles();
        // example:end
    }
}
