package io.cordon.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/** What {@link LookupKey} can be told. */
public final class LookupKeyProps {
    final @Nullable IKey key;
    final int version;
    final @Nullable String aliasPrefix;
    final Duration pendingWindow;
    final RemovalPolicy removalPolicy;

    private LookupKeyProps(Builder builder) {
        this.key = builder.key;
        this.version = builder.version;
        this.aliasPrefix = builder.aliasPrefix;
        this.pendingWindow = builder.pendingWindow;
        this.removalPolicy = builder.removalPolicy;
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
    public static final class Builder {
        // Our own limit: three digits, so that v1 never becomes a long prefix in each index entry.
        private static final int LARGEST_VERSION = 999;

        private @Nullable IKey key;
        private int version = 1;
        private @Nullable String aliasPrefix;
        private Duration pendingWindow = Duration.days(KeyChecks.LONGEST_PENDING_DAYS);
        private RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

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
         * The start of the alias {@code alias/<prefix>-lookup-v<version>}: 1 to 200 letters, digits and {@code / _ -}.
         * Default: no alias.
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
         * What becomes of the key when it leaves the stack; without it nobody is found by address any more. Default:
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
        public LookupKeyProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("LookupKey: " + String.join("\n", problems));
            }
            return new LookupKeyProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (version < 1 || version > LARGEST_VERSION) {
                problems.add("version: " + version + "; 1 to " + LARGEST_VERSION + "; count up from 1");
            }
            if (key != null && aliasPrefix != null) {
                problems.add("aliasPrefix: " + aliasPrefix + "; a key of your own keeps its alias; leave it out");
            }
            KeyChecks.aliasPrefix(aliasPrefix).ifPresent(problems::add);
            KeyChecks.pendingWindow(pendingWindow).ifPresent(problems::add);
            KeyChecks.removalPolicy(removalPolicy).ifPresent(problems::add);
            return problems;
        }
    }
}
