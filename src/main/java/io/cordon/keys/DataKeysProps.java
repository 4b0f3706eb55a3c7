package io.cordon.keys;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/**
 * What {@link DataKeys} can be told; the aliases are {@code alias/<prefix>-phi}, {@code -audit} and {@code -application}, or
 * {@code -data} if shared.
 */
public final class DataKeysProps extends KeyTerms {
    final boolean shared;
    final @Nullable IKey phiKey;
    final @Nullable IKey auditKey;
    final @Nullable IKey applicationKey;

    private DataKeysProps(Builder builder) {
        super(builder);
        this.shared = builder.shared;
        this.phiKey = builder.phiKey;
        this.auditKey = builder.auditKey;
        this.applicationKey = builder.applicationKey;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static DataKeysProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder extends KeyTerms.Builder<Builder> {
        private boolean shared;
        private @Nullable IKey phiKey;
        private @Nullable IKey auditKey;
        private @Nullable IKey applicationKey;

        private Builder() {}

        /**
         * One key for all three classes, which costs a third; whoever may decrypt one class may then decrypt all.
         * Default: {@code false}.
         */
        public Builder shared(boolean shared) {
            this.shared = shared;
            return this;
        }

        /** A key of your own for PHI; its policy and rotation stay yours. Default: a new key. */
        public Builder phiKey(IKey key) {
            this.phiKey = key;
            return this;
        }

        /** A key of your own for logs; its policy must let CloudWatch Logs use it. Default: a new key. */
        public Builder auditKey(IKey key) {
            this.auditKey = key;
            return this;
        }

        /**
         * A key of your own for what names no person; its policy must let CloudWatch Logs use it. Default: a new key.
         */
        public Builder applicationKey(IKey key) {
            this.applicationKey = key;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public DataKeysProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("DataKeys: " + String.join("\n", problems));
            }
            return new DataKeysProps(this);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected List<String> problems() {
            var problems = super.problems();
            if (shared && (phiKey != null || auditKey != null || applicationKey != null)) {
                problems.add("shared: true; excludes keys of your own; pass the same key for each class instead");
            }
            if (phiKey != null && auditKey != null && applicationKey != null) {
                KeyChecks.ownAlias(phiKey, aliasPrefix).ifPresent(problems::add);
            }
            return problems;
        }
    }
}
