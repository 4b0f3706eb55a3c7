package io.cordon.account;

import io.cordon.policies.LimitPolicy;
import io.cordon.storage.SecureTempBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IKey;

/** What a {@link ModelPrivacy} can be told. */
public final class ModelPrivacyProps {
    final @Nullable SecureTempBucket invocationLogs;
    final String keyPrefix;
    final boolean zeroDataRetention;
    final @Nullable IKey functionKey;
    final int reservedConcurrency;

    private ModelPrivacyProps(Builder builder) {
        this.invocationLogs = builder.invocationLogs;
        this.keyPrefix = builder.keyPrefix;
        this.zeroDataRetention = builder.zeroDataRetention;
        this.functionKey = builder.functionKey;
        this.reservedConcurrency = builder.reservedConcurrency;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static ModelPrivacyProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the properties of a {@link ModelPrivacy}. */
    public static final class Builder {
        private static final Pattern PREFIX = Pattern.compile("|[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,9}");

        @Nullable
        SecureTempBucket invocationLogs;

        String keyPrefix = "";
        boolean zeroDataRetention = true;

        @Nullable
        IKey functionKey;

        int reservedConcurrency = 1;

        private Builder() {}

        /**
         * Where Bedrock logs the text of every prompt and answer of the account and region: PHI, so it goes where PHI is
         * encrypted and forgotten. A bucket of the same account and region, under a key that is made in this app. Default:
         * nowhere; logging is off.
         */
        public Builder invocationLogs(SecureTempBucket bucket) {
            this.invocationLogs = bucket;
            return this;
        }

        /**
         * What the keys of the logs begin with: letters, digits and {@code . _ - /}, without a slash at either end.
         * Default: nothing; they begin with {@code AWSLogs/}.
         */
        public Builder keyPrefix(String prefix) {
            this.keyPrefix = prefix;
            return this;
        }

        /**
         * Whether Bedrock's data retention is set to {@code none}: neither AWS nor a model's provider keeps a prompt or an
         * answer, and models that insist on it refuse calls. {@code false} leaves the mode of the account as it is, as in
         * a region that does not know the setting. Default: {@code true}.
         */
        public Builder zeroDataRetention(boolean set) {
            this.zeroDataRetention = set;
            return this;
        }

        /**
         * The key of the function's own environment, snapshot, log and dead letters. Default: a new one that rotates every
         * year.
         */
        public Builder functionKey(IKey key) {
            this.functionKey = key;
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
         * @throws IllegalArgumentException listing every property that is wrong
         */
        public ModelPrivacyProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("ModelPrivacy: " + String.join("\n  ", problems));
            }
            return new ModelPrivacyProps(this);
        }

        private List<String> problems() {
            List<String> problems = new ArrayList<>();
            var limits = LimitPolicy.current();
            var most = limits.accountConcurrency().value()
                    - limits.unreservedConcurrency().value();
            if (reservedConcurrency < 1 || reservedConcurrency > most) {
                problems.add("reservedConcurrency: " + reservedConcurrency + "; from 1 to " + most + "; one is enough");
            }
            if (!Token.isUnresolved(keyPrefix) && !PREFIX.matcher(keyPrefix).matches()) {
                problems.add("keyPrefix: " + keyPrefix
                        + "; letters, digits, . _ - and / between them, none at either end; correct it");
            }
            if (!keyPrefix.isEmpty() && invocationLogs == null) {
                problems.add("keyPrefix: " + keyPrefix + "; nothing is logged; give invocationLogs, or leave it out");
            }
            return problems;
        }
    }
}
