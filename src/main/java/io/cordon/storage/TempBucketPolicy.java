package io.cordon.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * What the bucket refuses to everybody, whatever IAM allows; it allows nothing.
 *
 * <p>Every statement names actions on objects and lists of objects. None names the configuration of the bucket, so
 * CloudFormation and the account's administrators can always change it, this policy too, and such a change is in the
 * trail. Lifecycle rules, the delivery of access logs and EventBridge ask no bucket policy.
 */
final class TempBucketPolicy {
    private static final String SSE = "s3:x-amz-server-side-encryption";
    private static final String SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final String SSE_CUSTOMER = "s3:x-amz-server-side-encryption-customer-algorithm";

    private final IBucket bucket;
    private final IKey key;
    private final SecureTempBucketProps props;

    TempBucketPolicy(IBucket bucket, IKey key, SecureTempBucketProps props) {
        this.bucket = bucket;
        this.key = key;
        this.props = props;
    }

    List<PolicyStatement> statements() {
        var statements = new ArrayList<>(encryption());
        statements.add(oldSignatures());
        if (!props.endpointIds.isEmpty()) {
            statements.add(readsElsewhere());
            statements.add(writesElsewhere());
        }
        return statements;
    }

    /**
     * A header that is missing is filled by the bucket's default. A header that says KMS and names no key is not: S3
     * would take the AWS-managed key.
     */
    private List<PolicyStatement> encryption() {
        return List.of(
                refusedPut(
                        "OtherEncryption",
                        new TreeMap<>(Map.of("Null", Map.of(SSE, "false"), "StringNotEquals", Map.of(SSE, "aws:kms")))),
                refusedPut(
                        "OtherKey",
                        new TreeMap<>(Map.of(
                                "Null",
                                Map.of(SSE_KEY, "false"),
                                "StringNotEquals",
                                Map.of(SSE_KEY, key.getKeyArn())))),
                refusedPut("NoKeyNamed", Map.of("Null", new TreeMap<>(Map.of(SSE, "false", SSE_KEY, "true")))),
                refusedPut("CustomerProvidedKey", Map.of("Null", Map.of(SSE_CUSTOMER, "false"))));
    }

    private PolicyStatement refusedPut(String sid, Map<String, Map<String, Object>> conditions) {
        return refused(sid, "s3:PutObject")
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(conditions)
                .build();
    }

    /** The unit of the key is milliseconds. */
    private PolicyStatement oldSignatures() {
        var millis = String.valueOf(props.longestSignatureAge.toMilliseconds().longValue());
        return refused("OldSignature", "s3:*")
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(Map.of("NumericGreaterThan", Map.of("s3:signatureAge", millis)))
                .build();
    }

    private PolicyStatement readsElsewhere() {
        return refused(
                        "ReadElsewhere",
                        "s3:AbortMultipartUpload",
                        "s3:DeleteObject*",
                        "s3:GetObject*",
                        "s3:ListBucket",
                        "s3:ListBucketMultipartUploads",
                        "s3:ListBucketVersions",
                        "s3:ListMultipartUploadParts",
                        "s3:RestoreObject")
                .resources(List.of(bucket.getBucketArn(), bucket.arnForObjects("*")))
                .conditions(elsewhere())
                .build();
    }

    /** A phone is in no VPC: what it holds is a presigned URL for one key below an upload prefix. */
    private PolicyStatement writesElsewhere() {
        return refused("WriteElsewhere", "s3:PutObject")
                .notResources(props.uploadPrefixes.stream()
                        .map(it -> bucket.arnForObjects(it + "*"))
                        .toList())
                .conditions(elsewhere())
                .build();
    }

    /**
     * AWS's own services are left out, since each of them still needs to be allowed by name in this policy. Services
     * that act for a caller ({@code aws:ViaAWSService}) are not: that would be a way around the endpoints.
     */
    private Map<String, Map<String, Object>> elsewhere() {
        return new TreeMap<>(Map.of(
                "StringNotEquals", Map.of("aws:sourceVpce", props.endpointIds),
                "BoolIfExists", Map.of("aws:PrincipalIsAWSService", "false")));
    }

    private static PolicyStatement.Builder refused(String sid, String... actions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of(actions));
    }
}
