package io.cordon.storage;

import io.cordon.compliance.DataClass;
import io.cordon.policies.RetentionPolicy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketMetrics;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;

/** The resources of a {@link SecureTempBucket}. */
final class TempBucketParts {
    private static final RetentionPolicy RETENTION = RetentionPolicy.current();
    private static final int PARTS_DAYS = RETENTION.temporaryNoncurrentDays().value();

    private final SecureTempBucket owner;
    private final SecureTempBucketProps props;
    private final boolean destroyable;

    TempBucketParts(SecureTempBucket owner, SecureTempBucketProps props) {
        this.owner = owner;
        this.props = props;
        this.destroyable = DataClass.mayDelete(owner, props.destroyable);
    }

    boolean isDestroyable() {
        return destroyable;
    }

    PhiLifetime lifetime() {
        return new PhiLifetime(
                WholeDays.of(props.expiry), RETENTION.temporaryNoncurrentDays().value(), PARTS_DAYS);
    }

    Key rotatingKey() {
        return Key.Builder.create(owner, "Key")
                .description("Encrypts temporary PHI of " + owner.getNode().getPath())
                .enableKeyRotation(true)
                .rotationPeriod(Duration.days(RETENTION.keyRotationDays().value()))
                .pendingWindow(Duration.days(RETENTION.keyDeletionDays().value()))
                .removalPolicy(removal())
                .build();
    }

    Bucket bucketUnder(IKey key) {
        var bucket = Bucket.Builder.create(owner, "Bucket")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .lifecycleRules(rules())
                .cors(cors())
                .metrics(props.requestMetrics ? List.of(everyRequest()) : null)
                .serverAccessLogsBucket(props.accessLogs)
                .serverAccessLogsPrefix(logsPrefix())
                .removalPolicy(removal())
                .build();
        sendEvents(bucket);
        return bucket;
    }

    private List<LifecycleRule> rules() {
        var lifetime = lifetime();
        return List.of(
                LifecycleRule.builder()
                        .id("ForgetPhi")
                        .expiration(Duration.days(lifetime.currentDays()))
                        .noncurrentVersionExpiration(Duration.days(lifetime.noncurrentDays()))
                        .abortIncompleteMultipartUploadAfter(Duration.days(lifetime.partsDays()))
                        .build(),
                // S3 refuses it beside an expiration in days.
                LifecycleRule.builder()
                        .id("ForgetDeleteMarkers")
                        .expiredObjectDeleteMarker(true)
                        .build());
    }

    /** A browser need not remember its permission longer than the URL lives that it is for. */
    private @Nullable List<CorsRule> cors() {
        return props.allowedOrigins.isEmpty()
                ? null
                : List.of(CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.PUT))
                        .allowedOrigins(props.allowedOrigins)
                        .allowedHeaders(List.of("content-type", "if-none-match"))
                        .maxAge(props.longestSignatureAge.toMilliseconds().longValue() / 1000)
                        .build());
    }

    private static BucketMetrics everyRequest() {
        return BucketMetrics.builder().id(StorageMetrics.REQUEST_FILTER).build();
    }

    private String logsPrefix() {
        return props.accessLogsPrefix != null
                ? props.accessLogsPrefix
                : owner.getNode().getPath() + "/";
    }

    private RemovalPolicy removal() {
        return destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    }

    /** The L2's switch would add a function of the CDK's own, with an inline policy and outside every VPC. */
    private static void sendEvents(Bucket bucket) {
        var resource = (CfnBucket) Objects.requireNonNull(bucket.getNode().getDefaultChild());
        resource.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                        .eventBridgeEnabled(true)
                        .build())
                .build());
    }
}
