package io.cordon.storage;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.IBucket;

/** Who may bring logs, and that nobody may take one away. */
final class AuditBucketPolicy {
    private final IBucket bucket;

    AuditBucketPolicy(IBucket bucket) {
        this.bucket = bucket;
    }

    List<PolicyStatement> statements(AuditBucketProps props) {
        return props.isArchive()
                ? List.of(refusedDeletes(), refusedLifetimes())
                : List.of(refusedDeletes(), refusedLifetimes(), refusedWrites(), delivery(), refusedDelivery());
    }

    /** Lifecycle rules ask no policy: a rule of one day would delete what nobody may. */
    private PolicyStatement refusedLifetimes() {
        var deployer = Stack.of(bucket)
                .formatArn(ArnComponents.builder()
                        .service("iam")
                        .region("")
                        .resource("role")
                        .resourceName("cdk-*-cfn-exec-role-*")
                        .build());
        return refused("LifetimeByDeploymentOnly", "s3:PutLifecycleConfiguration")
                .resources(List.of(bucket.getBucketArn()))
                .conditions(Map.of("ArnNotLike", Map.of("aws:PrincipalArn", deployer)))
                .build();
    }

    /** Without Object Lock, who writes over a log deletes it once the version before is old enough. */
    private PolicyStatement refusedWrites() {
        return refused("OnlyServicesWriteLogs", "s3:PutObject")
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(Map.of("Bool", Map.of("aws:PrincipalIsAWSService", "false")))
                .build();
    }

    /** Lifecycle rules ask no policy, so logs still end when their time is over. */
    private PolicyStatement refusedDeletes() {
        return refused("NobodyDeletesLogs", "s3:DeleteObject", "s3:DeleteObjectVersion")
                .resources(List.of(bucket.arnForObjects("*")))
                .build();
    }

    private static PolicyStatement.Builder refused(String sid, String... actions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of(actions));
    }

    private PolicyStatement delivery() {
        return deliveryStatement("DeliverAccessLogs", Effect.ALLOW, "StringEquals");
    }

    /** The CDK lets S3 deliver for any account when the source is in another stack. */
    private PolicyStatement refusedDelivery() {
        return deliveryStatement("NoAccessLogsOfOtherAccounts", Effect.DENY, "StringNotEquals");
    }

    private PolicyStatement deliveryStatement(String sid, Effect effect, String operator) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(effect)
                .principals(List.of(new ServicePrincipal("logging.s3.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(Map.of(
                        operator, Map.of("aws:SourceAccount", Stack.of(bucket).getAccount())))
                .build();
    }
}
