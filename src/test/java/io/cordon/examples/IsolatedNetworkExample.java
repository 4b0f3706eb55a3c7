package io.cordon.examples;

import io.cordon.network.IsolatedNetwork;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

final class IsolatedNetworkExample extends Stack {
    IsolatedNetworkExample(Construct scope, String id) {
        super(scope, id);

        // example:start
        var auditKey =
                Key.Builder.create(this, "AuditKey").enableKeyRotation(true).build();

        var network = new IsolatedNetwork(
                this,
                "Network",
                it -> it.cidr("10.0.0.0/16")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .interfaceEndpoints(List.of("kms", "bedrock-runtime"))
                        .endpointPolicy("kms", List.of(decryptingOnly()))
                        .logKey(auditKey));

        network.addInterfaceEndpoint("sqs");
        network.metricPacketsDropped("bedrock-runtime");
        // example:end
    }

    private static PolicyStatement decryptingOnly() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .build();
    }
}
