package io.cordon.keys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Lets what raises an alarm use the key of an encrypted topic: without it, notifications vanish and nothing says so.
 *
 * <p>The statements name the account and no topic, so a key of another stack can carry them without a cycle, and a key
 * that several topics share carries each once. The policy of an imported key cannot be changed from here: its owner must
 * add the statements.
 */
public final class AlarmAccess {
    private static final List<String> ACTIONS = List.of("kms:Decrypt", "kms:GenerateDataKey*");

    private AlarmAccess() {}

    /** Lets CloudWatch alarms of {@code stack}'s account and region publish to topics under {@code key}. */
    public static void allow(IKey key, Stack stack) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsOfThisAccount")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(ACTIONS)
                .resources(List.of("*"))
                .conditions(ofThisAccount(stack))
                .build());
    }

    /**
     * Lets EventBridge publish to topics under {@code key}. The request that EventBridge sends to KMS names neither
     * account nor rule: with a condition on either, each notification would be dropped.
     */
    public static void allowEvents(IKey key) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("EventsToTopics")
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(ACTIONS)
                .resources(List.of("*"))
                .build());
    }

    /** The conditions under which a caller is an alarm of {@code stack}'s account and region. */
    public static Map<String, Map<String, String>> ofThisAccount(Stack stack) {
        var alarms = stack.formatArn(ArnComponents.builder()
                .service("cloudwatch")
                .resource("alarm")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName("*")
                .build());
        return new TreeMap<>(Map.of(
                "ArnLike", Map.of("aws:SourceArn", alarms),
                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount())));
    }
}
