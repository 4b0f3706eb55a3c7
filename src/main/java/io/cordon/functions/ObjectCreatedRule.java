package io.cordon.functions;

import io.cordon.keys.DeadLetterAccess;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IRule;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Starts a function whenever an object appears where its manifest says: in that bucket and below that prefix, and
 * nowhere else.
 *
 * <p>S3 tells EventBridge at least once, so the function must bear the same event twice. EventBridge only hands an event to
 * Lambda: one that the function fails goes to the function's own dead letters, one that was never handed over to the
 * rule's.
 */
public final class ObjectCreatedRule extends Construct implements RuleMetrics {
    private final IQueue deadLetterQueue;
    private final IRule rule;

    /** Creates the rule with the properties that {@code props} states. */
    public ObjectCreatedRule(Construct scope, String id, Consumer<ObjectCreatedRuleProps.Builder> props) {
        this(scope, id, ObjectCreatedRuleProps.from(props));
    }

    /** Creates the rule. */
    public ObjectCreatedRule(Construct scope, String id, ObjectCreatedRuleProps props) {
        super(scope, id);

        // An event says who uploaded and from which address, so it is kept as what the function works on.
        DeadLetterAccess.allow(props.deadLetterKey, Stack.of(this));
        this.deadLetterQueue = FunctionStores.deadLetters(
                this, props.deadLetterKey, props.function.getEntry().dataClass(), props.removalPolicy);
        this.rule = rule(props);

        getNode().addValidation(() -> problems(props.bucket().bucket()));
    }

    @Override
    public IRule getRule() {
        return rule;
    }

    @Override
    public IQueue getDeadLetterQueue() {
        return deadLetterQueue;
    }

    private Rule rule(ObjectCreatedRuleProps props) {
        var limits = LimitPolicy.current();
        var target = LambdaFunction.Builder.create(props.function.getAlias())
                .deadLetterQueue(deadLetterQueue)
                .maxEventAge(Duration.minutes(limits.ruleEventAgeMinutes().value()))
                .retryAttempts(limits.ruleRetries().value())
                .build();
        return Rule.Builder.create(this, "Rule")
                .description("Starts " + props.function.getEntry().name() + " when an object appears")
                .eventPattern(pattern(props))
                .targets(List.of(target))
                .build();
    }

    private static EventPattern pattern(ObjectCreatedRuleProps props) {
        var bucket = props.bucket();
        var prefixes = bucket.within(List.of(props.objects.prefix())).stream()
                .map(prefix -> Map.of("prefix", prefix))
                .toList();
        return EventPattern.builder()
                .source(List.of("aws.s3"))
                .detailType(List.of("Object Created"))
                .detail(new TreeMap<>(
                        Map.of("bucket", Map.of("name", List.of(bucket.name())), "object", Map.of("key", prefixes))))
                .build();
    }

    /** A bucket of another app is not seen from here, and neither is what an override adds. */
    private static List<String> problems(IBucket bucket) {
        return bucket.getNode().getDefaultChild() instanceof CfnBucket resource && !sendsEvents(resource)
                ? List.of("bucket: " + bucket.getNode().getPath()
                        + " sends no events, so nothing would ever start; turn EventBridge on in its notification"
                        + " configuration, as SecureTempBucket does")
                : List.of();
    }

    /** By its own property, or by the resource that the CDK's {@code eventBridgeEnabled} puts beside the bucket. */
    private static boolean sendsEvents(CfnBucket bucket) {
        var beside = bucket.getNode().getScope();
        return (beside != null && beside.getNode().tryFindChild("Notifications") != null)
                || (Stack.of(bucket).resolve(bucket.getNotificationConfiguration()) instanceof Map<?, ?> configuration
                        && configuration.containsKey("eventBridgeConfiguration"));
    }
}
