package io.cordon.keys;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Lets EventBridge use the key of an encrypted queue for the events that it could not deliver: without it they are lost,
 * and only {@code InvocationsFailedToBeSentToDlq} says so.
 *
 * <p>SQS documents that EventBridge's requests name the rule ({@code aws:SourceArn}), which its requests for a topic do
 * not. The statement names any rule of the account, so that the key waits for none and carries it once. The policy of an
 * imported key cannot be changed from here: its owner must add the statement.
 */
public final class DeadLetterAccess {
    private DeadLetterAccess() {}

    /** Lets rules of {@code stack}'s account and region leave dead letters in queues under {@code key}. */
    public static void allow(IKey key, Stack stack) {
        var rules = stack.formatArn(ArnComponents.builder()
                .service("events")
                .resource("rule")
                .resourceName("*")
                .build());
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("DeadLettersOfRulesOfThisAccount")
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("aws:SourceArn", rules)))
                .build());
    }
}
