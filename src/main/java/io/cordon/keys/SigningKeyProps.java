package io.cordon.keys;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/** What a {@link SigningKey} can be told; its alias is {@code alias/<prefix>-signing-v<version>}. */
public final class SigningKeyProps extends KeyTerms {
    final @Nullable IKey key;
    final int version;

    private SigningKeyProps(Builder builder) {
        super(builder);
        this.key = builder.key;
        this.version = builder.version;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static SigningKeyProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder extends KeyTerms.Builder<Builder> {
        private @Nullable IKey key;
        private int version = 1;

        private Builder() {}

        /**
         * A key of your own, {@code ECC_NIST_P256} for {@code SIGN_VERIFY}; its policy, alias and end stay yours.
         * Default: a new key.
         */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /** Which key of its line this is, 1 to 999; two versions are two constructs. Default: 1. */
        public Builder version(int version) {
            this.version = version;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public SigningKeyProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("SigningKey: " + String.join("\n", problems));
            }
            return new SigningKeyProps(this);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected List<String> problems() {
            var problems = super.problems();
            KeyChecks.ownAlias(key, aliasPrefix).ifPresent(problems::add);
            KeyChecks.version(version).ifPresent(problems::add);
            return problems;
        }
    }
}
