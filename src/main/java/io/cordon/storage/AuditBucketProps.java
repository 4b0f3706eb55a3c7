package io.cordon.storage;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ObjectLockMode;

/** What {@link AuditBucket} can be told. */
public final class AuditBucketProps {
    final @Nullable IKey encryptionKey;
    final boolean bucketKey;
    final @Nullable IBucket accessLogs;
    final @Nullable ObjectLockMode objectLock;
    final Duration retention;
    final RemovalPolicy removalPolicy;

    private AuditBucketProps(Builder builder) {
        this.encryptionKey = builder.encryptionKey;
        this.bucketKey = builder.bucketKey;
        this.accessLogs = builder.accessLogs;
        this.objectLock = builder.objectLock;
        this.retention = builder.retention;
        this.removalPolicy = builder.removalPolicy;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static AuditBucketProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    boolean isArchive() {
        return encryptionKey != null;
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        private static final int LEAST_DAYS =
                RetentionPolicy.current().auditDays().value();

        private @Nullable IKey encryptionKey;
        private boolean bucketKey = true;
        private @Nullable IBucket accessLogs;
        private @Nullable ObjectLockMode objectLock;
        private Duration retention = Duration.days(LEAST_DAYS);
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        private Builder() {}

        /** The key that makes this an archive. Default: none; the bucket is a target of S3 access logs. */
        public Builder encryptionKey(IKey key) {
            this.encryptionKey = key;
            return this;
        }

        /**
         * Whether S3 calls KMS once for many objects of an archive. CloudTrail, which pays for its calls itself, binds each
         * log file to its trail only without it. Default: {@code true}.
         */
        public Builder bucketKey(boolean bucketKey) {
            this.bucketKey = bucketKey;
            return this;
        }

        /**
         * Where reads of this bucket are recorded; an archive needs it. Default: none; a target of access logs is the
         * end of the chain, and stands in the stack of a bucket that logs to it.
         */
        public Builder accessLogs(IBucket bucket) {
            this.accessLogs = bucket;
            return this;
        }

        /**
         * Locks each object of an archive for the whole retention. {@code COMPLIANCE} cannot be undone by anybody, the
         * root user and AWS included. Default: no lock.
         */
        public Builder objectLock(ObjectLockMode mode) {
            this.objectLock = mode;
            return this;
        }

        /** How long a log is kept, in whole days, 2192 or more. Default: {@code auditDays}, 2192 days. */
        public Builder retention(Duration retention) {
            this.retention = retention;
            return this;
        }

        /** What becomes of the bucket when it leaves the stack. Default: {@code RETAIN}. */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public AuditBucketProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("AuditBucket: " + String.join("\n", problems));
            }
            return new AuditBucketProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (!WholeDays.within(retention, LEAST_DAYS, WholeDays.LONGEST_LIFECYCLE)) {
                problems.add("retention: " + WholeDays.print(retention) + "; at least " + LEAST_DAYS
                        + " whole days (six years); raise it or leave it out");
            }
            if (objectLock != null && encryptionKey == null) {
                problems.add("objectLock: " + objectLock + "; S3 delivers no access logs to a bucket with a default"
                        + " lock; give an encryptionKey, which makes it an archive");
            }
            if (encryptionKey != null && accessLogs == null) {
                problems.add("accessLogs: none; an archive must record who read it; pass an AuditBucket's bucket");
            }
            if (removalPolicy == RemovalPolicy.SNAPSHOT) {
                problems.add("removalPolicy: SNAPSHOT; a bucket has no snapshot; use RETAIN or DESTROY");
            }
            return problems;
        }
    }
}
