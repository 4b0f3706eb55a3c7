package io.cordon.storage;

import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.DataClass;
import java.util.function.Consumer;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Holds PHI while it is worked on, and forgets it.
 *
 * <p>It is never replicated: a copy would outlive the expiry. A deleted object stays as a noncurrent version until the
 * rules remove it; delete by version id to be rid of it at once.
 */
public final class SecureTempBucket extends Construct {
    private final IKey key;
    private final Bucket bucket;
    private final boolean destroyable;
    private final PhiLifetime lifetime;
    private final SecureTempBucketGrants grants;
    private final StorageMetrics metrics;
    private final boolean requestMetrics;

    /** Creates the bucket as {@code props} says: {@code new SecureTempBucket(this, "Temp", it -> …)}. */
    public SecureTempBucket(Construct scope, String id, Consumer<SecureTempBucketProps.Builder> props) {
        this(scope, id, SecureTempBucketProps.from(props));
    }

    /** Creates the bucket. */
    public SecureTempBucket(Construct scope, String id, SecureTempBucketProps props) {
        super(scope, id);
        var parts = new TempBucketParts(this, props);

        this.destroyable = parts.isDestroyable();
        this.key = props.encryptionKey != null ? props.encryptionKey : parts.rotatingKey();
        this.lifetime = parts.lifetime();
        this.bucket = parts.bucketUnder(key);
        new TempBucketPolicy(bucket, key, props).statements().forEach(bucket::addToResourcePolicy);
        this.grants = new SecureTempBucketGrants(this, props.uploadPrefixes);
        this.metrics = new StorageMetrics(bucket);
        this.requestMetrics = props.requestMetrics;
        DataClass.of(this).phi();

        acknowledgeNag();
    }

    /** Returns the bucket. */
    public IBucket getBucket() {
        return bucket;
    }

    /** Returns the key that encrypts every object. */
    public IKey getEncryptionKey() {
        return key;
    }

    /** Whether the bucket goes with its stack: see {@link DataClass#mayDelete}. */
    public boolean isDestroyable() {
        return destroyable;
    }

    /**
     * How long PHI can stay here if nobody deletes it: the least time that no object outlives. Each lifecycle rule
     * counts its days and rounds up to the next midnight UTC, so it is (current + 1) + (noncurrent + 1) days: with the
     * defaults just under 4 days. S3 removes what is due in the background, usually within hours, and promises no time.
     */
    public java.time.Duration longestPhiLifetime() {
        return lifetime.longest();
    }

    /** Returns who can be granted what. */
    public SecureTempBucketGrants getGrants() {
        return grants;
    }

    /** Objects in the bucket, all versions; S3 publishes it once a day. */
    public Metric metricNumberOfObjects() {
        return metrics.numberOfObjects();
    }

    /** Objects in the bucket, with options. */
    public Metric metricNumberOfObjects(MetricOptions options) {
        return metricNumberOfObjects().with(options);
    }

    /** Bytes in the bucket, all versions; S3 publishes it once a day. */
    public Metric metricBucketSizeBytes() {
        return metrics.bucketSizeBytes();
    }

    /** Bytes in the bucket, with options. */
    public Metric metricBucketSizeBytes(MetricOptions options) {
        return metricBucketSizeBytes().with(options);
    }

    /**
     * Requests that were refused or malformed, the sum of five minutes.
     *
     * @throws IllegalStateException if request metrics are off: S3 would publish nothing
     */
    public Metric metric4xxErrors() {
        return request("4xxErrors");
    }

    /** Requests that were refused or malformed, with options. */
    public Metric metric4xxErrors(MetricOptions options) {
        return metric4xxErrors().with(options);
    }

    /**
     * All requests, the sum of five minutes.
     *
     * @throws IllegalStateException if request metrics are off: S3 would publish nothing
     */
    public Metric metricAllRequests() {
        return request("AllRequests");
    }

    /** All requests, with options. */
    public Metric metricAllRequests(MetricOptions options) {
        return metricAllRequests().with(options);
    }

    private Metric request(String name) {
        if (!requestMetrics) {
            throw new IllegalStateException("requestMetrics: false; S3 publishes no " + name + "; set it to true");
        }
        return metrics.requests(name);
    }

    private void acknowledgeNag() {
        Acknowledge.on(bucket)
                .compensatedBy("Versions for a day; the client keeps its original and can upload it again.")
                .ticket("docs/constructs/SecureTempBucket.md")
                .hipaa(
                        "S3BucketReplicationEnabled",
                        "Temporary PHI must not be copied to where the expiry of this bucket does not reach.");
    }
}
