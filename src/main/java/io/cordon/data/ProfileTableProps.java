package io.cordon.data;

import java.util.function.Consumer;

/** How a {@link ProfileTable} is made. */
public final class ProfileTableProps extends EncryptedTableProps {
    final boolean stream;

    private ProfileTableProps(Builder builder) {
        super(builder);
        this.stream = builder.stream;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static ProfileTableProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a table is made from. */
    public static final class Builder extends EncryptedTableProps.Builder<Builder> {
        private boolean stream = true;

        private Builder() {}

        /**
         * Whether a stream shows each item before and after a change. Its records are PHI, encrypted under the table's
         * key, and readable for 24 hours. Default: {@code true}.
         */
        public Builder stream(boolean stream) {
            this.stream = stream;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public ProfileTableProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("ProfileTable: " + String.join("\n", problems));
            }
            return new ProfileTableProps(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
