package io.cordon.storage;

import java.util.List;
import java.util.Map;
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
        return props.isArchive() ? List.of(refusedDeletes()) : List.of(refusedDeletes(), delivery(), refusedDelivery());
    }

    /** Lifecycle rules ask no policy, so logs still end when their time is over. */
    private PolicyStatement refusedDeletes() {
        return PolicyStatement.Builder.create()
                .sid("NobodyDeletesLogs")
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:DeleteObject", "s3:DeleteObjectVersion"))
                .resources(List.of(bucket.arnForObjects("*")))
                .build();
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
