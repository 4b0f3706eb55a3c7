package io.cordon.functions;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;

/** What a {@link RuntimeFunction} must and can be told. */
public final class RuntimeFunctionProps {
    final FunctionManifest manifest;
    final FunctionEntry entry;
    final Map<String, BoundResource> bindings;
    final Map<String, String> environment;
    final @Nullable Network network;
    final @Nullable String controlPlane;
    final IKey key;
    final IKey deadLetterKey;
    final int reservedConcurrency;
    final int logRetention;
    final boolean detailedLogging;
    final RemovalPolicy removalPolicy;
    final @Nullable IManagedPolicy permissionsBoundary;

    private RuntimeFunctionProps(Builder builder, FunctionManifest manifest, FunctionEntry entry) {
        this.manifest = manifest;
        this.entry = entry;
        this.bindings = Collections.unmodifiableMap(new TreeMap<>(builder.bindings));
        this.environment = FunctionEnvironment.of(entry, builder.bindings, builder.settings);
        this.network = builder.network;
        this.controlPlane = builder.controlPlane;
        this.key = Objects.requireNonNull(builder.key);
        this.deadLetterKey = Objects.requireNonNullElse(builder.deadLetterKey, this.key);
        this.reservedConcurrency = builder.reservedConcurrency;
        this.logRetention = builder.logRetention;
        this.detailedLogging = builder.detailedLogging;
        this.removalPolicy = builder.removalPolicy;
        this.permissionsBoundary = builder.permissionsBoundary;
    }

    /** Where a function runs. */
    record Network(IVpc vpc, ISecurityGroup securityGroup) {}

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static RuntimeFunctionProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the properties of a {@link RuntimeFunction}. */
    public static final class Builder extends FunctionBindings<Builder> {
        @Nullable
        String function;

        @Nullable
        FunctionManifest manifest;

        @Nullable
        Network network;

        @Nullable
        String controlPlane;

        @Nullable
        IKey key;

        @Nullable
        IKey deadLetterKey;

        int reservedConcurrency;
        int logRetention = RetentionPolicy.current().functionLogDays().value();
        boolean detailedLogging = false;
        RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        @Nullable
        IManagedPolicy permissionsBoundary;

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** The function's name in the manifest. Required. */
        public Builder function(String name) {
            this.function = name;
            return this;
        }

        /** The manifest, and with it the code. Default: the one of {@code runtime-handlers.jar} on the class path. */
        public Builder manifest(FunctionManifest manifest) {
            this.manifest = manifest;
            return this;
        }

        /**
         * The VPC, whose isolated subnets are used, and the security group. Required, unless {@link #controlPlane} says
         * why not, or the manifest says that the function must reach the internet: then it is refused.
         */
        public Builder network(IVpc vpc, ISecurityGroup securityGroup) {
            this.network = new Network(vpc, securityGroup);
            return this;
        }

        /**
         * Lets a function that serves the account itself run outside any VPC, and says why in one sentence; it excuses
         * LambdaInsideVPC. Refused beside a network, and for a function that PHI passes through. Default: not so.
         */
        public Builder controlPlane(String reason) {
            this.controlPlane = reason;
            return this;
        }

        /** The customer-managed key of environment, snapshot, log and dead letters. Required. */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /**
         * The customer-managed key of the dead letters: a dead letter is the event itself, so give the key for PHI where
         * events carry PHI. Default: {@code key}.
         */
        public Builder deadLetterKey(IKey key) {
            this.deadLetterKey = key;
            return this;
        }

        /**
         * How many calls may run at once; at least 1. It also keeps as many free: the sum over an account is a budget.
         * Required (HIPAA.Security-LambdaConcurrency).
         */
        public Builder reservedConcurrency(int executions) {
            this.reservedConcurrency = executions;
            return this;
        }

        /**
         * Days that the log is kept; one of the periods that CloudWatch Logs accepts. Default: 365
         * ({@code functionLogDays} in {@code policies/retention.json}).
         */
        public Builder logRetention(int days) {
            this.logRetention = days;
            return this;
        }

        /**
         * Whether Lambda logs its own events (starts, extensions, reports) in detail. The function's own lines stay as
         * they are: more of them could carry PHI. Default: {@code false}, which costs less.
         */
        public Builder detailedLogging(boolean detailed) {
            this.detailedLogging = detailed;
            return this;
        }

        /** What happens to log and dead letters when the stack is deleted. Default: {@code RETAIN}. */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return this;
        }

        /** The most that the function may ever do, whatever is granted to it. Default: no boundary. */
        public Builder permissionsBoundary(IManagedPolicy policy) {
            this.permissionsBoundary = policy;
            return this;
        }

        /**
         * Returns the properties.
         *
         * @throws IllegalArgumentException listing every property that is missing or wrong
         */
        public RuntimeFunctionProps build() {
            var known = manifest != null ? manifest : FunctionManifest.current();
            List<String> problems = new ArrayList<>();
            var entry = new RuntimeFunctionCheck(this, known).problemsInto(problems);
            if (entry == null || !problems.isEmpty()) {
                throw new IllegalArgumentException("RuntimeFunction: " + String.join("\n  ", problems));
            }
            return new RuntimeFunctionProps(this, known, entry);
        }
    }
}
