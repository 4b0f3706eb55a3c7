package io.cordon.cost;

import io.cordon.functions.RuntimeFunctionProps;
import io.cordon.policies.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.IDependable;

/** What a {@link PriceSeed} must and can be told. */
public final class PriceSeedProps {
    final ITable table;
    final IKey key;
    final IKey functionKey;
    final PriceBook prices;
    final int reservedConcurrency;
    final List<IDependable> after;
    private final @Nullable Network network;
    private final @Nullable IManagedPolicy permissionsBoundary;

    private PriceSeedProps(Builder builder) {
        this.table = Objects.requireNonNull(builder.table);
        this.key = Objects.requireNonNull(builder.key);
        this.functionKey = Objects.requireNonNull(builder.functionKey);
        this.prices = builder.prices;
        this.reservedConcurrency = builder.reservedConcurrency;
        this.after = List.copyOf(builder.after);
        this.network = builder.network;
        this.permissionsBoundary = builder.permissionsBoundary;
    }

    private record Network(IVpc vpc, ISecurityGroup securityGroup) {}

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static PriceSeedProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    void place(RuntimeFunctionProps.Builder function) {
        if (permissionsBoundary != null) {
            function.permissionsBoundary(permissionsBoundary);
        }
        if (network != null) {
            function.network(network.vpc(), network.securityGroup());
        } else {
            function.controlPlane("It writes published prices at a deployment and may do nothing else; no PHI passes"
                    + " through it, and it may read nothing.");
        }
    }

    /** Collects the properties of a {@link PriceSeed}. */
    public static final class Builder {
        @Nullable
        ITable table;

        @Nullable
        IKey key;

        @Nullable
        IKey functionKey;

        @Nullable
        Network network;

        @Nullable
        IManagedPolicy permissionsBoundary;

        int reservedConcurrency = 1;
        PriceBook prices = PriceBook.current();
        final List<IDependable> after = new ArrayList<>();

        private Builder() {}

        /** The table that holds what calls cost, with the text keys {@code PK} and {@code SK}. Required. */
        public Builder table(ITable table) {
            this.table = table;
            return this;
        }

        /** The key that encrypts the table. Required. */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /** The key of the function's own environment, snapshot, log and dead letters. Required. */
        public Builder functionKey(IKey key) {
            this.functionKey = key;
            return this;
        }

        /**
         * The book: at least one price, each model once, from 0 to 10^12 millionths of a dollar for a million tokens; its
         * version at most 200 letters, digits and {@code . _ : / -}, new for new prices, since a book that was written is
         * never changed. Default: {@link PriceBook#current()}, the prices of the model list.
         */
        public Builder prices(PriceBook book) {
            this.prices = book;
            return this;
        }

        /**
         * The VPC, whose isolated subnets are used, and the security group. It needs gateway endpoints to DynamoDB and S3,
         * and in the latter's policy CloudFormation's answer bucket. Default: outside any VPC, with LambdaInsideVPC
         * excused.
         */
        public Builder network(IVpc vpc, ISecurityGroup securityGroup) {
            this.network = new Network(vpc, securityGroup);
            return this;
        }

        /** What must be there before the book is written, such as the network with its endpoints. Default: the table. */
        public Builder after(IDependable... first) {
            after.addAll(List.of(first));
            return this;
        }

        /** The most that the function's role may ever do. Default: no boundary. */
        public Builder permissionsBoundary(IManagedPolicy policy) {
            this.permissionsBoundary = policy;
            return this;
        }

        /** How many calls may run at once; at least 1. Default: 1, since only deployments call it, one at a time. */
        public Builder reservedConcurrency(int executions) {
            this.reservedConcurrency = executions;
            return this;
        }

        /**
         * Returns the properties.
         *
         * @throws IllegalArgumentException listing every property that is missing or wrong
         */
        public PriceSeedProps build() {
            var problems = PriceSeedCheck.problems(this);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("PriceSeed: " + String.join("\n  ", problems));
            }
            return new PriceSeedProps(this);
        }
    }
}
