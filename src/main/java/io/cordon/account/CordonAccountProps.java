package io.cordon.account;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** How a {@link CordonAccount} is made. */
public final class CordonAccountProps {
    final @Nullable Environment environment;
    final boolean terminationProtection;
    final Map<String, String> tags;
    final boolean managementTrail;
    final boolean modelPrivacy;
    final boolean irrevocable;
    final List<String> alertEmails;

    private CordonAccountProps(Builder builder) {
        this.environment = builder.environment;
        this.terminationProtection = builder.terminationProtection;
        this.tags = builder.tags;
        this.managementTrail = builder.managementTrail;
        this.modelPrivacy = builder.modelPrivacy;
        this.irrevocable = builder.irrevocable;
        this.alertEmails = builder.alertEmails;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    StackProps stackProps() {
        return StackProps.builder()
                .env(environment)
                .terminationProtection(terminationProtection)
                .tags(tags)
                .description("What exists once per account and region; deleting it leaves working logs and the trail")
                .build();
    }

    /** Collects what the account's stack is made from. */
    public static final class Builder {
        private @Nullable Environment environment;
        private boolean terminationProtection = true;
        private Map<String, String> tags = Map.of();
        private boolean managementTrail = true;
        private boolean modelPrivacy = true;
        private boolean irrevocable = false;
        private List<String> alertEmails = List.of();

        private Builder() {}

        /** The account and region. Default: those of the credentials that deploy it. */
        public Builder environment(Environment environment) {
            this.environment = environment;
            return this;
        }

        /** Whether CloudFormation refuses to delete the stack. Default: {@code true}. */
        public Builder terminationProtection(boolean terminationProtection) {
            this.terminationProtection = terminationProtection;
            return this;
        }

        /** Tags of the stack and all it holds; values of at most 256 characters. Default: none. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Collections.unmodifiableMap(new TreeMap<>(tags));
            return this;
        }

        /**
         * Whether the account's trail of management events is made here, with its daily check. It records all regions, and
         * AWS bills a second copy: {@code false} where another region's stack or the organisation has it. Default:
         * {@code true}.
         */
        public Builder managementTrail(boolean managementTrail) {
            this.managementTrail = managementTrail;
            return this;
        }

        /**
         * Whether Bedrock is set here to log no prompts and to keep nothing, in this account and region. {@code false}
         * where a {@link ModelPrivacy} of your own does it, for there is room for one. Default: {@code true}.
         */
        public Builder modelPrivacy(boolean modelPrivacy) {
            this.modelPrivacy = modelPrivacy;
            return this;
        }

        /**
         * Whether the lock on the trail's files holds against everybody, for six years, the root user and AWS included.
         * Default: {@code false}; who has the right to can take it off.
         */
        public Builder irrevocable(boolean irrevocable) {
            this.irrevocable = irrevocable;
            return this;
        }

        /** Who is told when the trail finds something; each gets a link to confirm first. Default: nobody. */
        public Builder alertEmails(List<String> addresses) {
            this.alertEmails = addresses.stream().distinct().toList();
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException listing every tag that CloudFormation would refuse
         */
        public CordonAccountProps build() {
            var problems = tags.entrySet().stream()
                    .filter(tag -> tag.getKey().isEmpty()
                            || tag.getKey().startsWith("aws:")
                            || tag.getKey().length() > 128
                            || tag.getValue().length() > 256)
                    .map(tag -> "tags: " + tag.getKey()
                            + "; 1 to 128 characters not starting with aws:, a value up to 256; rename or shorten it")
                    .sorted()
                    .toList();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new CordonAccountProps(this);
        }
    }
}
