package io.cordon.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IKey;

/** What {@link DataKeys} can be told. */
public final class DataKeysProps {
    final boolean shared;
    final @Nullable IKey phiKey;
    final @Nullable IKey auditKey;
    final @Nullable IKey applicationKey;
    final @Nullable String aliasPrefix;
    final Duration pendingWindow;
    final RemovalPolicy removalPolicy;

    private DataKeysProps(Builder builder) {
        this.shared = builder.shared;
        this.phiKey = builder.phiKey;
        this.auditKey = builder.auditKey;
        this.applicationKey = builder.applicationKey;
        this.aliasPrefix = builder.aliasPrefix;
        this.pendingWindow = builder.pendingWindow;
        this.removalPolicy = builder.removalPolicy;
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
    public static final class Builder {
        private static final Pattern ALIAS = Pattern.compile("(?!aws/)[a-zA-Z0-9/_-]{1,200}");

        private boolean shared;
        private @Nullable IKey phiKey;
        private @Nullable IKey auditKey;
        private @Nullable IKey applicationKey;
        private @Nullable String aliasPrefix;
        private Duration pendingWindow = PendingWindow.longest();
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

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
         * The start of the aliases {@code alias/<prefix>-phi}, {@code -audit} and {@code -application}, or
         * {@code -data} if shared: 1 to 200 letters, digits and {@code / _ -}. Default: no alias.
         */
        public Builder aliasPrefix(String prefix) {
            this.aliasPrefix = prefix;
            return this;
        }

        /** How long a deleted key can be brought back: 7 to 30 days. Default: {@code keyDeletionDays}, 30 days. */
        public Builder pendingWindow(Duration window) {
            this.pendingWindow = window;
            return this;
        }

        /**
         * What becomes of the keys when they leave the stack; without its key, data is gone for good. Default:
         * {@code RETAIN}.
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
        public DataKeysProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("DataKeys: " + String.join("\n", problems));
            }
            return new DataKeysProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (shared && (phiKey != null || auditKey != null || applicationKey != null)) {
                problems.add("shared: true; excludes keys of your own; pass the same key for each class instead");
            }
            if (aliasPrefix != null
                    && !Token.isUnresolved(aliasPrefix)
                    && !ALIAS.matcher(aliasPrefix).matches()) {
                problems.add("aliasPrefix: " + aliasPrefix + "; 1 to 200 letters, digits and / _ -, not starting with"
                        + " aws/; leave out alias/");
            }
            PendingWindow.problem(pendingWindow).ifPresent(problems::add);
            if (removalPolicy == RemovalPolicy.SNAPSHOT) {
                problems.add("removalPolicy: SNAPSHOT; a key has no snapshot; use RETAIN or DESTROY");
            }
            return problems;
        }
    }
}
