package io.cordon.cost;

import io.cordon.functions.RuntimeFunctionProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.IDependable;

/** What a {@link PriceSeed} must and can be told. */
public final class PriceSeedProps {
    final ITable table;
    final IKey key;
    final IKey functionKey;
    final String version;
    final List<ModelPrice> prices;
    final int reservedConcurrency;
    final List<IDependable> after;
    private final @Nullable Network network;

    private PriceSeedProps(Builder builder) {
        this.table = Objects.requireNonNull(builder.table);
        this.key = Objects.requireNonNull(builder.key);
        this.functionKey = Objects.requireNonNull(builder.functionKey);
        this.version = Objects.requireNonNull(builder.version);
        this.prices = List.copyOf(builder.prices);
        this.reservedConcurrency = builder.reservedConcurrency;
        this.after = List.copyOf(builder.after);
        this.network = builder.network;
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
        String version;

        @Nullable
        Network network;

        int reservedConcurrency = 1;
        final List<ModelPrice> prices = new ArrayList<>();
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
         * The name of this book: new for new prices, since a book that was written is never changed. At most 200 letters,
         * digits and {@code . _ : / -}. Required.
         */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /** The prices, at least one, each model once. Required; may be called several times. */
        public Builder prices(List<ModelPrice> more) {
            prices.addAll(more);
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
