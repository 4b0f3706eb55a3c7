package io.cordon.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.IDependable;

/**
 * Lets CloudTrail in for one trail: its name is known before it exists, so key and bucket can be bound to its ARN.
 *
 * <p>The policies of an imported key or bucket cannot be changed from here: their owner must add the statements.
 */
final class TrailAccess {
    private static final String SOURCE = "aws:SourceArn";

    private final String trailArn;

    TrailAccess(String trailArn) {
        this.trailArn = trailArn;
    }

    /** CloudTrail asks for a data key for each log file and names the trail in the encryption context. */
    void to(IKey key) {
        key.addToResourcePolicy(onKey("kms:GenerateDataKey*")
                .conditions(Map.of(
                        "StringEquals",
                        new TreeMap<>(Map.of(SOURCE, trailArn, "kms:EncryptionContext:aws:cloudtrail:arn", trailArn))))
                .build());
        key.addToResourcePolicy(onKey("kms:DescribeKey").conditions(fromTrail()).build());
    }

    /** A bucket that somebody else made may have an S3 Bucket Key, for which CloudTrail must decrypt. */
    void toBucketKeyUnder(IKey key) {
        key.addToResourcePolicy(onKey("kms:Decrypt").conditions(fromTrail()).build());
    }

    /** Returns what the trail must wait for. */
    List<IDependable> to(IBucket bucket, String logs) {
        var owns = bucket.addToResourcePolicy(onBucket("s3:GetBucketAcl")
                .resources(List.of(bucket.getBucketArn()))
                .conditions(fromTrail())
                .build());
        bucket.addToResourcePolicy(onBucket("s3:PutObject")
                .resources(List.of(bucket.arnForObjects(logs)))
                .conditions(Map.of(
                        "StringEquals",
                        new TreeMap<>(Map.of(SOURCE, trailArn, "s3:x-amz-acl", "bucket-owner-full-control"))))
                .build());
        var policy = owns.getPolicyDependable();
        return policy == null ? List.of() : List.of(policy);
    }

    /** What it takes to find, read and verify log files: the CDK's own grant opens each {@code s3:List*} as well. */
    static Grant read(IBucket bucket, String logs, IGrantable reader) {
        return Grant.addToPrincipal(allow(reader, bucket.arnForObjects(logs), "s3:GetObject", "s3:GetObjectVersion")
                        .build())
                .combine(Grant.addToPrincipal(allow(reader, bucket.getBucketArn(), "s3:GetBucketLocation")
                        .build()))
                .combine(Grant.addToPrincipal(allow(reader, bucket.getBucketArn(), "s3:ListBucket")
                        .conditions(Map.of("StringLike", Map.of("s3:prefix", logs)))
                        .build()));
    }

    static String logFiles(HipaaTrailProps props, Stack stack) {
        var prefix = props.keyPrefix == null ? "" : props.keyPrefix + "/";
        return prefix + "AWSLogs/" + stack.getAccount() + "/*";
    }

    private static GrantOnPrincipalOptions.Builder allow(IGrantable reader, String arn, String... actions) {
        return GrantOnPrincipalOptions.builder()
                .grantee(reader)
                .actions(List.of(actions))
                .resourceArns(List.of(arn));
    }

    private Map<String, Map<String, String>> fromTrail() {
        return Map.of("StringEquals", Map.of(SOURCE, trailArn));
    }

    private static PolicyStatement.Builder onBucket(String action) {
        return PolicyStatement.Builder.create()
                .principals(List.of(cloudTrail()))
                .actions(List.of(action));
    }

    private static PolicyStatement.Builder onKey(String action) {
        return PolicyStatement.Builder.create()
                .principals(List.of(cloudTrail()))
                .actions(List.of(action))
                .resources(List.of("*"));
    }

    private static ServicePrincipal cloudTrail() {
        return new ServicePrincipal("cloudtrail.amazonaws.com");
    }
}
