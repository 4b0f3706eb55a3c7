package io.cordon.storage;

import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.DataClass;
import io.cordon.policies.RetentionPolicy;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockMode;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/**
 * Keeps logs for six years or more, and lets nobody delete one.
 *
 * <p>Without an encryption key it is a target of S3 access logs, under S3's own key: S3 documents delivery to no other.
 * With one it is an archive for what services and functions write.
 */
public final class AuditBucket extends Construct {
    private static final String DELIVERY_BY_POLICY = "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy";
    private static final RetentionPolicy RETENTION = RetentionPolicy.current();

    private final Bucket bucket;
    private final StorageMetrics metrics;

    /** Creates the bucket as {@code props} says: {@code new AuditBucket(this, "AccessLogs", it -> {})}. */
    public AuditBucket(Construct scope, String id, Consumer<AuditBucketProps.Builder> props) {
        this(scope, id, AuditBucketProps.from(props));
    }

    /** Creates the bucket. */
    public AuditBucket(Construct scope, String id, AuditBucketProps props) {
        super(scope, id);
        // ACLs are off here, so the CDK must write bucket policies, whatever flags the app sets.
        getNode().setContext(DELIVERY_BY_POLICY, true);

        this.bucket = keptBucket(props);
        this.metrics = new StorageMetrics(bucket);
        new AuditBucketPolicy(bucket).statements(props).forEach(bucket::addToResourcePolicy);
        DataClass.of(this).audit();

        acknowledgeNag(props);
    }

    /** Returns the bucket. */
    public IBucket getBucket() {
        return bucket;
    }

    /** Objects in the bucket, all versions; S3 publishes it once a day. */
    public Metric metricNumberOfObjects() {
        return metrics.numberOfObjects();
    }

    /** Objects in the bucket, with options. */
    public Metric metricNumberOfObjects(MetricOptions options) {
        return metricNumberOfObjects().with(options);
    }

    /** Bytes in standard storage, where logs arrive; S3 publishes it once a day. */
    public Metric metricBucketSizeBytes() {
        return metrics.bucketSizeBytes();
    }

    /** Bytes in standard storage, with options. */
    public Metric metricBucketSizeBytes(MetricOptions options) {
        return metricBucketSizeBytes().with(options);
    }

    private Bucket keptBucket(AuditBucketProps props) {
        return Bucket.Builder.create(this, "Bucket")
                .encryption(props.isArchive() ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED)
                .encryptionKey(props.encryptionKey)
                .bucketKeyEnabled(props.isArchive() ? props.bucketKey : null)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .objectLockEnabled(props.objectLock != null ? true : null)
                .objectLockDefaultRetention(lock(props))
                .lifecycleRules(List.of(lifecycle(props)))
                .serverAccessLogsBucket(props.accessLogs)
                .serverAccessLogsPrefix(props.accessLogs != null ? getNode().getPath() + "/" : null)
                .removalPolicy(props.removalPolicy)
                .build();
    }

    private static @Nullable ObjectLockRetention lock(AuditBucketProps props) {
        if (props.objectLock == null) {
            return null;
        }
        return props.objectLock == ObjectLockMode.COMPLIANCE
                ? ObjectLockRetention.compliance(props.retention)
                : ObjectLockRetention.governance(props.retention);
    }

    private static LifecycleRule lifecycle(AuditBucketProps props) {
        return LifecycleRule.builder()
                .id("KeepThenExpire")
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                        .transitionAfter(Duration.days(RETENTION.auditColdDays().value()))
                        .build()))
                .expiration(props.retention)
                .noncurrentVersionExpiration(
                        Duration.days(RETENTION.auditNoncurrentDays().value()))
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    private void acknowledgeNag(AuditBucketProps props) {
        Acknowledge.on(bucket)
                .compensatedBy("Versions, a policy that denies every delete, and a bucket that outlives its stack.")
                .ticket("docs/constructs/AuditBucket.md")
                .hipaa(
                        "S3BucketReplicationEnabled",
                        "These logs stay in this account until a log-archive account exists that may hold a copy.");
        if (!props.isArchive()) {
            Acknowledge.on(bucket)
                    .compensatedBy("S3 encrypts each log under its own key; readers still need a right to this bucket.")
                    .ticket("docs/constructs/AuditBucket.md")
                    .hipaa(
                            "S3DefaultEncryptionKMS",
                            "S3 delivers access logs to this bucket, and documents that for SSE-S3 targets only.");
        }
    }
}
