package io.cordon.audit;

import io.cordon.policies.RetentionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ObjectLockMode;
import software.amazon.awscdk.services.sns.ITopic;

/** What {@link HipaaTrail} can be told. */
public final class HipaaTrailProps {
    final String trailName;
    final boolean managementEvents;
    final List<IBucket> buckets;
    final List<ITable> tables;
    final @Nullable IKey encryptionKey;
    final @Nullable IBucket bucket;
    final @Nullable String keyPrefix;
    final @Nullable IBucket accessLogs;
    final ObjectLockMode objectLock;
    final Duration retention;
    final @Nullable ITopic alarmTopic;
    final RemovalPolicy removalPolicy;

    private HipaaTrailProps(Builder builder, String trailName) {
        this.trailName = trailName;
        this.managementEvents = builder.managementEvents;
        this.buckets = List.copyOf(builder.buckets.values());
        this.tables = List.copyOf(builder.tables.values());
        this.encryptionKey = builder.encryptionKey;
        this.bucket = builder.bucket;
        this.keyPrefix = builder.keyPrefix;
        this.accessLogs = builder.accessLogs;
        this.objectLock = builder.objectLock != null ? builder.objectLock : ObjectLockMode.GOVERNANCE;
        this.retention = builder.retention;
        this.alarmTopic = builder.alarmTopic;
        this.removalPolicy = builder.removalPolicy;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static HipaaTrailProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    boolean hasDataEvents() {
        return !buckets.isEmpty() || !tables.isEmpty();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        private static final int LEAST_DAYS =
                RetentionPolicy.current().auditDays().value();

        private @Nullable String trailName;
        private boolean managementEvents;
        private final Map<String, IBucket> buckets = new LinkedHashMap<>();
        private final Map<String, ITable> tables = new LinkedHashMap<>();
        private @Nullable IKey encryptionKey;
        private @Nullable IBucket bucket;
        private @Nullable String keyPrefix;
        private @Nullable IBucket accessLogs;
        private @Nullable ObjectLockMode objectLock;
        private Duration retention = Duration.days(LEAST_DAYS);
        private @Nullable ITopic alarmTopic;
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        private Builder() {}

        /**
         * The trail's name, once per account and region: 3 to 128 letters and digits with single {@code . _ -} between
         * them. Key, bucket and metrics are bound to it. Required.
         */
        public Builder trailName(String name) {
            this.trailName = name;
            return this;
        }

        /**
         * Records every call that reads or changes settings, in all regions, and unusual rates of calls and errors. Once
         * per account: AWS bills each further copy. Default: they are not recorded.
         */
        public Builder managementEvents() {
            this.managementEvents = true;
            return this;
        }

        /** Records each read and write of objects in these buckets, all in this trail's region. Default: none. */
        public Builder dataEventsOf(IBucket... stores) {
            for (var store : stores) {
                buckets.put(store.getNode().getPath(), store);
            }
            return this;
        }

        /**
         * Records each read and write of items in these tables, all in this trail's region, each read of their streams,
         * and each read and write of the tables that restore tests make beside them. Default: none.
         */
        public Builder dataEventsOf(ITable... stores) {
            for (var store : stores) {
                tables.put(store.getNode().getPath(), store);
            }
            return this;
        }

        /**
         * A symmetric key of your own for the log files and the log group. Of an imported key you must open the policy
         * yourself, to CloudTrail and to CloudWatch Logs. Default: a new one that rotates every year.
         */
        public Builder encryptionKey(IKey key) {
            this.encryptionKey = key;
            return this;
        }

        /**
         * A bucket of your own for the log files; its retention, lock and access logs stay yours, and of an imported one
         * the policy too. Default: a new {@code AuditBucket}, locked.
         */
        public Builder bucket(IBucket bucket) {
            this.bucket = bucket;
            return this;
        }

        /** What comes before {@code AWSLogs/} in the bucket: up to 200 characters, no slash at an end. Default: none. */
        public Builder keyPrefix(String prefix) {
            this.keyPrefix = prefix;
            return this;
        }

        /** Where reads of the log files are recorded. Default: a new {@code AuditBucket} beside them. */
        public Builder accessLogs(IBucket bucket) {
            this.accessLogs = bucket;
            return this;
        }

        /**
         * How log files are locked. {@code COMPLIANCE} cannot be undone by anybody, the root user and AWS included.
         * Default: {@code GOVERNANCE}.
         */
        public Builder objectLock(ObjectLockMode mode) {
            this.objectLock = mode;
            return this;
        }

        /**
         * How long log files and log group are kept: 2192, 2557, 2922, 3288 or 3653 days, since CloudWatch Logs knows no
         * other period of six years or more. Default: {@code auditDays}, 2192 days.
         */
        public Builder retention(Duration retention) {
            this.retention = retention;
            return this;
        }

        /**
         * Who hears of the trail's signals; the policy of an encrypted topic's key must let CloudWatch alarms in. Default:
         * none; there are metrics and no alarms.
         */
        public Builder alarmTopic(ITopic topic) {
            this.alarmTopic = topic;
            return this;
        }

        /** What becomes of key, bucket and log group when they leave the stack. Default: {@code RETAIN}. */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public HipaaTrailProps build() {
            var name = trailName == null ? "" : trailName;
            var props = new HipaaTrailProps(this, name);
            var problems = new HipaaTrailProblems(props, accessLogs != null || objectLock != null).list();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("HipaaTrail: " + String.join("\n", problems));
            }
            return props;
        }
    }
}
