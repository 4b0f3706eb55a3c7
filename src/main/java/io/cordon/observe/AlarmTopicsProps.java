package io.cordon.observe;

import io.cordon.observe.monitors.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;

/** What {@link AlarmTopics} can be told. */
public final class AlarmTopicsProps {
    final @Nullable IKey encryptionKey;
    final Set<Severity> severities;
    final Map<Severity, ITopic> topics;
    final Map<Severity, Set<String>> emails;
    final boolean fromEvents;

    private AlarmTopicsProps(Builder builder) {
        this.encryptionKey = builder.encryptionKey;
        this.severities = Collections.unmodifiableSet(EnumSet.copyOf(builder.severities));
        this.topics = Collections.unmodifiableMap(new EnumMap<>(builder.topics));
        this.emails = Collections.unmodifiableMap(new EnumMap<>(builder.emails));
        this.fromEvents = builder.fromEvents;
    }

    /** Starts with every default. */
    public static Builder builder() {
        return new Builder();
    }

    static AlarmTopicsProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    boolean needsKey() {
        return !topics.keySet().containsAll(severities);
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        /** One @, no white space, no line break that could end a header; SNS checks the rest by the mail it sends. */
        private static final Pattern ADDRESS =
                Pattern.compile("[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,252}\\.[A-Za-z]{2,}");

        private @Nullable IKey encryptionKey;
        private Set<Severity> severities = EnumSet.allOf(Severity.class);
        private final Map<Severity, ITopic> topics = new EnumMap<>(Severity.class);
        private final Map<Severity, Set<String>> emails = new EnumMap<>(Severity.class);
        private boolean fromEvents = false;

        private Builder() {}

        /**
         * The customer-managed key of the topics; what alarms need is added to its policy. An imported key must let
         * {@code cloudwatch.amazonaws.com} use {@code kms:Decrypt} and {@code kms:GenerateDataKey*} already. Default: a
         * new key that rotates every year.
         */
        public Builder encryptionKey(IKey key) {
            this.encryptionKey = key;
            return this;
        }

        /** The severities that get a topic; at least one. Default: all five. */
        public Builder only(Severity... severities) {
            this.severities = EnumSet.noneOf(Severity.class);
            Collections.addAll(this.severities, severities);
            return this;
        }

        /** A topic of your own for one severity; its policy and its key stay yours. Default: a new topic. */
        public Builder topic(Severity severity, ITopic topic) {
            topics.put(severity, topic);
            return this;
        }

        /**
         * An address that is told of one severity; call it again for more. SNS first sends it a link to confirm, and
         * nothing else until it is used. The address stands in the template: take a role's, not a person's. Default:
         * nobody.
         */
        public Builder email(Severity severity, String address) {
            emails.computeIfAbsent(severity, it -> new LinkedHashSet<>()).add(address);
            return this;
        }

        /**
         * Whether EventBridge rules of this account may publish too, for what has an event and no metric. The key then
         * serves EventBridge without a condition, since its requests to KMS carry none. Default: {@code false}.
         */
        public Builder fromEvents(boolean allowed) {
            this.fromEvents = allowed;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public AlarmTopicsProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("AlarmTopics: " + String.join("\n", problems));
            }
            return new AlarmTopicsProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (severities.isEmpty()) {
                problems.add("only: nothing; at least one severity; leave it out for all five");
            }
            if (encryptionKey != null && encryptionKey.getKeyArn().contains("alias/aws/")) {
                problems.add("encryptionKey: a key of AWS; no service can be let into it, so every alarm would vanish;"
                        + " give a customer-managed key or leave it out");
            }
            topics.keySet().stream()
                    .filter(severity -> !severities.contains(severity))
                    .forEach(severity -> problems.add("topic: " + severity + "; not among only(…); add it there"));
            emails.forEach((severity, addresses) -> {
                if (!severities.contains(severity)) {
                    problems.add("email: " + severity + "; not among only(…); add it there");
                }
                addresses.stream()
                        .filter(address -> !Token.isUnresolved(address))
                        .filter(address -> !ADDRESS.matcher(address).matches())
                        .forEach(address -> problems.add(
                                "email: " + address + "; one address as name@host; call email once for each"));
            });
            return problems;
        }
    }
}
