package io.cordon.observe;

import io.cordon.compliance.DataClass;
import io.cordon.keys.AlarmAccess;
import io.cordon.observe.monitors.Severity;
import io.cordon.policies.RetentionPolicy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * One encrypted topic for each severity, to which the alarms of this account can publish and nobody else.
 *
 * <p>Under AWS's own key for SNS, alarms would fire and no message would ever arrive: a service cannot be let into that
 * key. An address gets nothing before its owner has confirmed the subscription by the link in the first mail.
 */
public final class AlarmTopics extends Construct {
    private static final int LONGEST_DISPLAY_NAME = 100;

    private final @Nullable IKey key;
    private final Map<Severity, ITopic> topics = new EnumMap<>(Severity.class);

    /** Creates the topics as {@code props} says: {@code new AlarmTopics(this, "Topics", it -> {})}. */
    public AlarmTopics(Construct scope, String id, Consumer<AlarmTopicsProps.Builder> props) {
        this(scope, id, AlarmTopicsProps.from(props));
    }

    /** Creates the topics. */
    public AlarmTopics(Construct scope, String id, AlarmTopicsProps props) {
        super(scope, id);

        this.key = props.needsKey() ? keyFor(props) : null;
        props.severities.forEach(severity -> topics.put(severity, ownOr(props.topics.get(severity), severity, props)));
        props.emails.forEach((severity, addresses) -> subscribe(severity, List.copyOf(addresses)));
        DataClass.of(this).application();
    }

    /**
     * Returns the topic of one severity.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public ITopic getTopic(Severity severity) {
        var topic = topics.get(severity);
        if (topic == null) {
            throw new IllegalArgumentException("severity: " + severity + "; "
                    + getNode().getPath() + " has " + topics.keySet() + "; add it to only(…)");
        }
        return topic;
    }

    /** Returns the topics there are. */
    public Map<Severity, ITopic> getTopics() {
        return Collections.unmodifiableMap(topics);
    }

    /** Returns the key of the topics; empty if every topic is a given one. */
    public Optional<IKey> getEncryptionKey() {
        return Optional.ofNullable(key);
    }

    /** Returns {@code NumberOfNotificationsFailed}: messages that reached no subscriber; sum over 5 minutes. */
    public Metric metricNumberOfNotificationsFailed(Severity severity) {
        return getTopic(severity).metricNumberOfNotificationsFailed();
    }

    /** Returns {@code NumberOfNotificationsFailed} with other statistic, period or label. */
    public Metric metricNumberOfNotificationsFailed(Severity severity, MetricOptions options) {
        return getTopic(severity).metricNumberOfNotificationsFailed(options);
    }

    private IKey keyFor(AlarmTopicsProps props) {
        var used = props.encryptionKey != null ? props.encryptionKey : rotatingKey();
        AlarmAccess.allow(used, Stack.of(this));
        if (props.fromEvents) {
            AlarmAccess.allowEvents(used);
        }
        return used;
    }

    private Key rotatingKey() {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the alarms of " + getNode().getPath())
                .enableKeyRotation(true)
                .rotationPeriod(Duration.days(
                        RetentionPolicy.current().keyRotationDays().value()))
                // A message lives for seconds: with the topics gone, nothing is left that the key could open.
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private ITopic ownOr(@Nullable ITopic given, Severity severity, AlarmTopicsProps props) {
        if (given != null) {
            return given;
        }
        var topic = Topic.Builder.create(this, pascal(severity))
                .displayName(displayName(severity))
                .masterKey(key)
                .enforceSsl(true)
                .build();
        new TopicPublishers(topic).allow(props.fromEvents);
        return topic;
    }

    /** By address, so that taking one away leaves the others alone; what only the deployment knows goes by number. */
    private void subscribe(Severity severity, List<String> addresses) {
        var scope = new Construct(this, pascal(severity) + "Mail");
        for (var i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            Subscription.Builder.create(scope, Token.isUnresolved(address) ? "Mail" + i : address)
                    .topic(getTopic(severity))
                    .protocol(SubscriptionProtocol.EMAIL)
                    .endpoint(address)
                    .build();
        }
    }

    private String displayName(Severity severity) {
        var stack = Stack.of(this).getStackName();
        var name = Token.isUnresolved(stack) ? severity.label() : stack + " " + severity.label();
        return name.substring(Math.max(0, name.length() - LONGEST_DISPLAY_NAME));
    }

    private static String pascal(Severity severity) {
        return severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
