package io.cordon.storage;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IVpcEndpoint;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** What a {@link SecureTempBucket} can be told. */
public final class SecureTempBucketProps {
    final IBucket accessLogs;
    final @Nullable String accessLogsPrefix;
    final @Nullable IKey encryptionKey;
    final Duration expiry;
    final Duration longestSignatureAge;
    final List<String> uploadPrefixes;
    final List<String> endpointIds;
    final List<String> allowedOrigins;
    final boolean requestMetrics;
    final boolean destroyable;

    private SecureTempBucketProps(Builder builder) {
        this.accessLogs = Objects.requireNonNull(builder.accessLogs);
        this.accessLogsPrefix = builder.accessLogsPrefix;
        this.encryptionKey = builder.encryptionKey;
        this.expiry = builder.expiry;
        this.longestSignatureAge = builder.longestSignatureAge;
        this.uploadPrefixes = builder.uploadPrefixes;
        this.endpointIds = List.copyOf(builder.endpointIds);
        this.allowedOrigins = builder.allowedOrigins;
        this.requestMetrics = builder.requestMetrics;
        this.destroyable = builder.destroyable;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static SecureTempBucketProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        private static final RetentionPolicy RETENTION = RetentionPolicy.current();

        @Nullable
        IBucket accessLogs;

        @Nullable
        String accessLogsPrefix;

        @Nullable
        IKey encryptionKey;

        Duration expiry = Duration.days(RETENTION.temporaryExpiryDays().value());
        Duration longestSignatureAge =
                Duration.minutes(RETENTION.signatureMinutes().value());
        List<String> uploadPrefixes = List.of("incoming/");
        final List<String> endpointIds = new ArrayList<>();
        List<String> allowedOrigins = List.of();
        boolean localhostOrigins;
        boolean requestMetrics = true;
        boolean destroyable;

        private Builder() {}

        /** Where S3 writes who asked for what; an {@link AuditBucket}'s in the same stack is best. Required. */
        public Builder accessLogs(IBucket bucket) {
            this.accessLogs = bucket;
            return this;
        }

        /** The start of the logs' keys; ends with a slash. Default: the construct's path, which no other has. */
        public Builder accessLogsPrefix(String prefix) {
            this.accessLogsPrefix = prefix;
            return this;
        }

        /**
         * A customer-managed, symmetric key of your own in the same account and region, not an alias. Default: a new
         * key that rotates every year.
         */
        public Builder encryptionKey(IKey key) {
            this.encryptionKey = key;
            return this;
        }

        /**
         * How long an object is current: whole days, 1 to {@code longestTemporaryExpiryDays}, 7. See
         * {@link SecureTempBucket#longestPhiLifetime()}. Default: {@code temporaryExpiryDays}, 1 day.
         */
        public Builder expiry(Duration expiry) {
            this.expiry = expiry;
            return this;
        }

        /**
         * How old a signature may be when a request begins; more than zero, at most 7 days, which is S3's limit.
         * Default: {@code signatureMinutes}, 10 minutes.
         */
        public Builder longestSignatureAge(Duration age) {
            this.longestSignatureAge = age;
            return this;
        }

        /**
         * Where people upload, from anywhere if they hold a presigned URL; each ends with a slash. Default:
         * {@code incoming/}.
         */
        public Builder uploadPrefixes(String... prefixes) {
            this.uploadPrefixes = List.of(prefixes);
            return this;
        }

        /** Through which VPC endpoints alone objects are read and deleted. Default: any way, IAM decides. */
        public Builder endpoints(IVpcEndpoint... endpoints) {
            Arrays.stream(endpoints).map(IVpcEndpoint::getVpcEndpointId).forEach(endpointIds::add);
            return this;
        }

        /** More VPC endpoints, by id {@code vpce-…}. Default: none. */
        public Builder endpointIds(String... ids) {
            this.endpointIds.addAll(List.of(ids));
            return this;
        }

        /** Which web pages may upload: {@code https://app.example.com}, never {@code *}. Default: none. */
        public Builder allowedOrigins(String... origins) {
            this.allowedOrigins = List.of(origins);
            return this;
        }

        /** Whether an origin may be {@code http://localhost:<port>}, for development. Default: {@code false}. */
        public Builder localhostOrigins(boolean allowed) {
            this.localhostOrigins = allowed;
            return this;
        }

        /**
         * Whether S3 counts requests and errors; CloudWatch bills them as custom metrics. Default: {@code true}, for a
         * refused read of PHI is worth an alarm.
         */
        public Builder requestMetrics(boolean counted) {
            this.requestMetrics = counted;
            return this;
        }

        /**
         * Whether the bucket goes with its stack. It takes a second key: the context {@code cordon:allowPhiDeletion};
         * without that the bucket is retained. Default: {@code false}.
         */
        public Builder destroyable(boolean destroyable) {
            this.destroyable = destroyable;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public SecureTempBucketProps build() {
            var problems = SecureTempBucketProblems.of(this);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("SecureTempBucket: " + String.join("\n", problems));
            }
            return new SecureTempBucketProps(this);
        }
    }
}
