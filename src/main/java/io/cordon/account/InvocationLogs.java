package io.cordon.account;

import io.cordon.storage.SecureTempBucket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Lets Bedrock log into a bucket, for one account and region: the statements of <a
 * href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html">its guide</a>.
 */
final class InvocationLogs {
    private static final ServicePrincipal BEDROCK = new ServicePrincipal("bedrock.amazonaws.com");

    private InvocationLogs() {}

    /** What the custom resource is told; an empty prefix is left out. */
    static Map<String, String> property(SecureTempBucket bucket, String keyPrefix) {
        Map<String, String> property =
                new TreeMap<>(Map.of("Bucket", bucket.getBucket().getBucketName()));
        if (!keyPrefix.isEmpty()) {
            property.put("KeyPrefix", keyPrefix);
        }
        return property;
    }

    static void letBedrockWrite(SecureTempBucket bucket, String keyPrefix, Construct scope) {
        var stack = Stack.of(scope);
        var root = keyPrefix.isEmpty() ? "" : keyPrefix + "/";
        bucket.getBucket()
                .addToResourcePolicy(PolicyStatement.Builder.create()
                        .sid("InvocationLogs")
                        .principals(List.of(BEDROCK))
                        .actions(List.of("s3:PutObject"))
                        .resources(List.of(bucket.getBucket()
                                .arnForObjects(
                                        root + "AWSLogs/" + stack.getAccount() + "/BedrockModelInvocationLogs/*")))
                        .conditions(ofThisRegion(stack))
                        .build());
        bucket.getEncryptionKey()
                .addToResourcePolicy(PolicyStatement.Builder.create()
                        .sid("InvocationLogs")
                        .principals(List.of(BEDROCK))
                        .actions(List.of("kms:GenerateDataKey"))
                        .resources(List.of("*"))
                        .conditions(ofThisRegion(stack))
                        .build());
    }

    private static Map<String, Object> ofThisRegion(Stack stack) {
        var source = stack.formatArn(ArnComponents.builder()
                .service("bedrock")
                .resource("*")
                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                .build());
        return new TreeMap<>(Map.of(
                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                "ArnLike", Map.of("aws:SourceArn", source)));
    }
}
