package io.cordon.keys;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Lets CloudWatch Logs use a key for the log groups of one account and region, and for nothing else.
 *
 * <p>The statement is always the same, so a key that several constructs open to their logs carries it once. The policy of
 * an imported key cannot be changed from here: its owner must add the statement.
 */
public final class LogGroupAccess {
    private LogGroupAccess() {}

    /** Lets log groups of {@code stack}'s account and region be encrypted under {@code key}. */
    public static void allow(IKey key, Stack stack) {
        var logGroups = stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName("*")
                .build());
        // The actions are those that CloudWatch Logs documents; the context names the log group that asks.
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("LogGroupsOfThisAccount")
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .actions(List.of(
                        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", logGroups)))
                .build());
    }
}
