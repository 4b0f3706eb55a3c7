package io.cordon.functions;

import io.cordon.compliance.DataClass;
import io.cordon.keys.LogGroupAccess;
import io.cordon.policies.RetentionPolicy;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where a function leaves what outlives a call: its log, and the events that it could not handle. */
final class FunctionStores {
    private FunctionStores() {}

    static Queue deadLetters(Construct scope, RuntimeFunctionProps props) {
        return deadLetters(scope, props.deadLetterKey, props.entry.dataClass(), props.removalPolicy);
    }

    /** A dead letter is the event itself, so the queue holds what the function holds. */
    static Queue deadLetters(Construct scope, IKey key, DataClass dataClass, RemovalPolicy removal) {
        var queue = Queue.Builder.create(scope, "DeadLetters")
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .enforceSsl(true)
                .retentionPeriod(
                        Duration.days(RetentionPolicy.current().deadLetterDays().value()))
                .removalPolicy(removal)
                .build();
        DataClass.of(queue).is(dataClass);
        return queue;
    }

    /** Handlers log neither events nor what they answer: the log holds no PHI. */
    static LogGroup log(Construct scope, RuntimeFunctionProps props) {
        LogGroupAccess.allow(props.key, Stack.of(scope));
        var group = LogGroup.Builder.create(scope, "Log")
                .encryptionKey(props.key)
                .removalPolicy(props.removalPolicy)
                .build();
        // The L2 property is an enumeration; policies/ speak of days.
        ((CfnLogGroup) Objects.requireNonNull(group.getNode().getDefaultChild()))
                .setRetentionInDays(props.logRetention);
        DataClass.of(group).application();
        return group;
    }
}
