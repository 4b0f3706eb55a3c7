package io.cordon.functions;

import io.cordon.compliance.DataClass;
import io.cordon.keys.LogGroupAccess;
import io.cordon.policies.RetentionPolicy;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where a function leaves what outlives a call: its log, and the events that it could not handle. */
final class FunctionStores {
    private FunctionStores() {}

    /** A dead letter is the event itself, so the queue holds what the function holds. */
    static Queue deadLetters(Construct scope, RuntimeFunctionProps props) {
        var queue = Queue.Builder.create(scope, "DeadLetters")
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(props.deadLetterKey)
                .enforceSsl(true)
                .retentionPeriod(
                        Duration.days(RetentionPolicy.current().deadLetterDays().value()))
                .removalPolicy(props.removalPolicy)
                .build();
        DataClass.of(queue).is(props.entry.dataClass());
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
