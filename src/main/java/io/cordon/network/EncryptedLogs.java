package io.cordon.network;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A log group under the network's key that ends when the network's logs do. */
final class EncryptedLogs {
    private EncryptedLogs() {}

    static LogGroup create(Construct scope, String id, IsolatedNetworkProps props) {
        letLogsUse(props.logKey, Stack.of(scope));
        var group =
                LogGroup.Builder.create(scope, id).encryptionKey(props.logKey).build();
        // The L2 takes an enum of names; the policy file has days.
        var resource = (CfnLogGroup) group.getNode().getDefaultChild();
        resource.setRetentionInDays(props.logRetention.toDays());
        return group;
    }

    private static void letLogsUse(IKey key, Stack stack) {
        var groups = stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .actions(List.of(
                        "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups)))
                .build());
    }
}
