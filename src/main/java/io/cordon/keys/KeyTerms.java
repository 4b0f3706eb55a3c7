package io.cordon.keys;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;

/** What {@link DataKeys}, {@link LookupKey} and {@link SigningKey} alike can be told of the keys that they make. */
public abstract class KeyTerms {
    final @Nullable String aliasPrefix;
    final Duration pendingWindow;
    final RemovalPolicy removalPolicy;

    /** Takes what the builder holds. */
    protected KeyTerms(Builder<?> builder) {
        this.aliasPrefix = builder.aliasPrefix;
        this.pendingWindow = builder.pendingWindow;
        this.removalPolicy = builder.removalPolicy;
    }

    /** The alias of one key, if there is to be any. */
    @Nullable
    String alias(String name) {
        return aliasPrefix == null ? null : aliasPrefix + "-" + name;
    }

    /**
     * Collects the values, then checks all of them at once.
     *
     * @param <B> the builder of the one kind of key
     */
    public abstract static class Builder<B extends Builder<B>> {
        @Nullable
        String aliasPrefix;

        private Duration pendingWindow = Duration.days(KeyChecks.LONGEST_PENDING_DAYS);
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        /** Starts with every default. */
        protected Builder() {}

        /** Returns this builder as its own kind. */
        protected abstract B self();

        /**
         * The start of the alias of each key, {@code alias/<prefix>-<name>}: 1 to 200 letters, digits and {@code / _ -},
         * not starting with {@code aws/}. A key of your own keeps the alias that it has. Default: no alias.
         */
        public B aliasPrefix(String prefix) {
            this.aliasPrefix = prefix;
            return self();
        }

        /** How long a deleted key can be brought back: 7 to 30 days. Default: {@code keyDeletionDays}, 30 days. */
        public B pendingWindow(Duration window) {
            this.pendingWindow = window;
            return self();
        }

        /**
         * What becomes of a key when it leaves the stack. Without it, what it encrypts is gone, what it signed cannot be
         * verified and nobody is found by address. Default: {@code RETAIN}.
         */
        public B removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return self();
        }

        /** Returns what is wrong, as sentences. */
        protected List<String> problems() {
            var problems = new ArrayList<String>();
            KeyChecks.aliasPrefix(aliasPrefix).ifPresent(problems::add);
            KeyChecks.pendingWindow(pendingWindow).ifPresent(problems::add);
            KeyChecks.removalPolicy(removalPolicy).ifPresent(problems::add);
            return problems;
        }
    }
}
