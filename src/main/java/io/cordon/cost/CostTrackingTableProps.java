package io.cordon.cost;

import io.cordon.data.EncryptedTableProps;
import java.util.function.Consumer;

/** How a {@link CostTrackingTable} is made. */
public final class CostTrackingTableProps extends EncryptedTableProps {
    private CostTrackingTableProps(Builder builder) {
        super(builder);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static CostTrackingTableProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a table is made from. */
    public static final class Builder extends EncryptedTableProps.Builder<Builder> {
        private Builder() {}

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public CostTrackingTableProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("CostTrackingTable: " + String.join("\n", problems));
            }
            return new CostTrackingTableProps(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
