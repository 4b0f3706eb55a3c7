package io.cordon.keys;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/** What a {@link LookupKey} can be told; its alias is {@code alias/<prefix>-lookup-v<version>}. */
public final class LookupKeyProps extends KeyTerms {
    final @Nullable IKey key;
    final int version;

    private LookupKeyProps(Builder builder) {
        super(builder);
        this.key = builder.key;
        this.version = builder.version;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static LookupKeyProps from(Consumer<Builder> props) {
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
         * An HMAC key of your own, of the spec {@code HMAC_256}; its policy and alias stay yours. Default: a new key.
         */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /**
         * Which of your keys this is, 1 to 999. To change keys, add a second {@code LookupKey} with the next version,
         * write new entries with it, and delete the old one when no entry starts with its version. Default: 1.
         */
        public Builder version(int version) {
            this.version = version;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public LookupKeyProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("LookupKey: " + String.join("\n", problems));
            }
            return new LookupKeyProps(this);
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
