package io.cordon.audit;

import io.cordon.functions.RuntimeFunctionProps;
import io.cordon.functions.TrailArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.interfaces.cloudtrail.ITrailRef;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;
import software.constructs.IDependable;

/** What a {@link TrailWatch} must and can be told. */
public final class TrailWatchProps {
    final WatchedTrail trail;
    final IBucket bucket;
    final IKey key;
    final IKey functionKey;
    final int reservedConcurrency;
    final @Nullable ITopic alarmTopic;
    final List<IDependable> after;
    private final String keyPrefix;
    private final @Nullable String metricsNamespace;
    private final @Nullable Network network;
    private final @Nullable IManagedPolicy permissionsBoundary;

    private TrailWatchProps(Builder builder) {
        this.trail = Objects.requireNonNull(builder.trail);
        this.bucket = Objects.requireNonNull(builder.bucket);
        this.key = Objects.requireNonNull(builder.key);
        this.functionKey = Objects.requireNonNull(builder.functionKey);
        this.reservedConcurrency = builder.reservedConcurrency;
        this.alarmTopic = builder.alarmTopic;
        this.after = List.copyOf(builder.after);
        this.keyPrefix = builder.keyPrefix;
        this.metricsNamespace = builder.metricsNamespace;
        this.network = builder.network;
        this.permissionsBoundary = builder.permissionsBoundary;
    }

    private record Network(IVpc vpc, ISecurityGroup securityGroup) {}

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static TrailWatchProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    String root() {
        return keyPrefix.isEmpty() ? "" : keyPrefix + "/";
    }

    String namespaceFor(Construct watch) {
        var path = "Cordon/" + watch.getNode().getPath().replaceAll("[^A-Za-z0-9._/-]", "-");
        return Objects.requireNonNullElse(
                metricsNamespace, path.substring(0, Math.min(path.length(), TrailWatchCheck.LONGEST_NAMESPACE)));
    }

    void place(RuntimeFunctionProps.Builder function) {
        if (permissionsBoundary != null) {
            function.permissionsBoundary(permissionsBoundary);
        }
        if (network != null) {
            function.network(network.vpc(), network.securityGroup());
        } else {
            function.controlPlane("It reads how the account's own trail is doing and verifies its signatures; trail"
                    + " records name who called what, and hold no PHI.");
        }
    }

    /** Collects the properties of a {@link TrailWatch}. */
    public static final class Builder {
        @Nullable
        WatchedTrail trail;

        @Nullable
        IBucket bucket;

        @Nullable
        IKey key;

        @Nullable
        IKey functionKey;

        @Nullable
        Network network;

        @Nullable
        IManagedPolicy permissionsBoundary;

        @Nullable
        ITopic alarmTopic;

        @Nullable
        String metricsNamespace;

        String keyPrefix = "";
        int reservedConcurrency = 1;
        final List<IDependable> after = new ArrayList<>();

        private Builder() {}

        /**
         * The trail. A {@code CfnTrail} of this app also shows its settings and selectors as they are now: the check
         * compares them, and runs again whenever one changes. Required, or {@link #trailArn}.
         */
        public Builder trail(ITrailRef trail) {
            this.trail = new WatchedTrail.Known(trail);
            return this;
        }

        /** The ARN of the trail, where there is no more; no settings are compared. Required, or {@link #trail}. */
        public Builder trailArn(String arn) {
            this.trail = new WatchedTrail.Named(new TrailArn(arn));
            return this;
        }

        /** The bucket that the trail delivers to. Required. */
        public Builder bucket(IBucket bucket) {
            this.bucket = bucket;
            return this;
        }

        /** The key that encrypts what the trail delivers. Required. */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /** The key of the check's own environment, snapshot, log and dead letters. Required. */
        public Builder functionKey(IKey key) {
            this.functionKey = key;
            return this;
        }

        /** The trail's {@code S3KeyPrefix}, without a slash at its end. Default: none. */
        public Builder keyPrefix(String prefix) {
            this.keyPrefix = prefix;
            return this;
        }

        /**
         * The VPC, whose isolated subnets are used, and the security group. It needs an interface endpoint to CloudTrail,
         * a gateway endpoint to S3, and in that one's policy CloudFormation's answer bucket. Default: outside any VPC, as
         * fits the account's own trail, with LambdaInsideVPC excused.
         */
        public Builder network(IVpc vpc, ISecurityGroup securityGroup) {
            this.network = new Network(vpc, securityGroup);
            return this;
        }

        /**
         * What must be there before the first check, such as the network with its endpoints. Default: nothing but the
         * trail.
         */
        public Builder after(IDependable... first) {
            after.addAll(List.of(first));
            return this;
        }

        /** The most that the check's role may ever do. Default: no boundary. */
        public Builder permissionsBoundary(IManagedPolicy policy) {
            this.permissionsBoundary = policy;
            return this;
        }

        /**
         * How many checks may run at once; at least 1. Default: 1, since two at once would find the same things twice; a
         * deployment waits for a daily check that runs at that moment.
         */
        public Builder reservedConcurrency(int executions) {
            this.reservedConcurrency = executions;
            return this;
        }

        /** Who hears of problems and of silence. Default: nobody; no alarm is made, and the metrics remain. */
        public Builder alarmTopic(ITopic topic) {
            this.alarmTopic = topic;
            return this;
        }

        /**
         * The CloudWatch namespace of the metrics, at most 255 characters and of this watch alone. Default:
         * {@code Cordon/} and the construct's path.
         */
        public Builder metricsNamespace(String namespace) {
            this.metricsNamespace = namespace;
            return this;
        }

        /**
         * Returns the properties.
         *
         * @throws IllegalArgumentException listing every property that is missing or wrong
         */
        public TrailWatchProps build() {
            var problems = TrailWatchCheck.problems(this);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("TrailWatch: " + String.join("\n  ", problems));
            }
            return new TrailWatchProps(this);
        }
    }
}
