package io.cordon.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/** What a {@link SigningKey} can be told. */
public final class SigningKeyProps {
    final @Nullable IKey key;
    final @Nullable String aliasPrefix;
    final int version;
    final Duration pendingWindow;
    final RemovalPolicy removalPolicy;

    private SigningKeyProps(Builder builder) {
        this.key = builder.key;
        this.aliasPrefix = builder.aliasPrefix;
        this.version = builder.version;
        this.pendingWindow = builder.pendingWindow;
        this.removalPolicy = builder.removalPolicy;
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
    public static final class Builder {
        private @Nullable IKey key;
        private @Nullable String aliasPrefix;
        private int version = 1;
        private Duration pendingWindow = Duration.days(KeyChecks.LONGEST_PENDING_DAYS);
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        private Builder() {}

        /**
         * A key of your own, {@code ECC_NIST_P256} for {@code SIGN_VERIFY}; its policy, alias and end stay yours.
         * Default: a new key.
         */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /**
         * The start of the alias {@code alias/<prefix>-signing-v<version>}: 1 to 200 letters, digits and {@code / _ -}. Default: no
         * alias.
         */
        public Builder aliasPrefix(String prefix) {
            this.aliasPrefix = prefix;
            return this;
        }

        /** Which key of its line this is, from 1 on; two versions are two constructs. Default: 1. */
        public Builder version(int version) {
            this.version = version;
            return this;
        }

        /** How long a deleted key can be brought back: 7 to 30 days. Default: {@code keyDeletionDays}, 30 days. */
        public Builder pendingWindow(Duration window) {
            this.pendingWindow = window;
            return this;
        }

        /**
         * What becomes of the key when it leaves the stack; a signature can be verified no longer than its key is there.
         * Default: {@code RETAIN}.
         */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
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

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (key != null && aliasPrefix != null) {
                problems.add("aliasPrefix: " + aliasPrefix + "; a key of your own has its alias already; leave it out");
            }
            KeyChecks.aliasPrefix(aliasPrefix).ifPresent(problems::add);
            if (version < 1) {
                problems.add("version: " + version + "; at least 1; count from there");
            }
            KeyChecks.pendingWindow(pendingWindow).ifPresent(problems::add);
            KeyChecks.removalPolicy(removalPolicy).ifPresent(problems::add);
            return problems;
        }
    }
}
