package io.cordon.functions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;

/** What Lambda itself does with the role of a function, whatever the function's code is. */
final class PlatformPermissions {
    private static final List<String> ANYTHING = List.of("*");
    private static final List<String> INTERFACES = List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses");

    private PlatformPermissions() {}

    /** Its own log, traces, dead letters and environment. */
    static List<PolicyStatement> of(ILogGroup log, IQueue deadLetters, RuntimeFunctionProps props) {
        var stack = Stack.of(log);
        return List.of(
                on(log.getLogGroupArn(), "PlatformLog", "logs:CreateLogStream", "logs:PutLogEvents")
                        .build(),
                // X-Ray has no resource to name.
                on("*", "PlatformTraces", "xray:PutTelemetryRecords", "xray:PutTraceSegments")
                        .build(),
                on(deadLetters.getQueueArn(), "PlatformDeadLetters", "sqs:SendMessage")
                        .build(),
                onKey(
                        props.deadLetterKey,
                        "PlatformDeadLettersKey",
                        FunctionPermissions.via("sqs", stack.getRegion()),
                        "kms:Decrypt",
                        "kms:GenerateDataKey"),
                onKey(props.key, "PlatformEnvironmentKey", environmentsOf(stack), "kms:Decrypt"));
    }

    /**
     * The network interfaces that Lambda makes with the function's role.
     *
     * <p>EC2 names no resource for these, so the right is taken back from the function's own code, as AWS advises: only
     * requests from inside the execution environment carry {@code lambda:SourceFunctionArn}. Asking whether the key is
     * there, not for its value, keeps the function's ARN out of a policy that the function waits for.
     */
    static List<PolicyStatement> network() {
        var denied = Stream.concat(INTERFACES.stream(), Stream.of("ec2:DetachNetworkInterface"));
        return List.of(
                PolicyStatement.Builder.create()
                        .sid("PlatformNetwork")
                        .actions(INTERFACES)
                        .resources(ANYTHING)
                        .build(),
                PolicyStatement.Builder.create()
                        .sid("PlatformNetworkNotFromCode")
                        .effect(Effect.DENY)
                        .actions(denied.sorted().toList())
                        .resources(ANYTHING)
                        .conditions(Map.of("Null", Map.of("lambda:SourceFunctionArn", "false")))
                        .build());
    }

    // The same key may guard PHI: without the context this statement would open that too.
    private static Map<String, Object> environmentsOf(Stack stack) {
        return Map.of(
                "ArnLike", Map.of("kms:EncryptionContext:aws:lambda:FunctionArn", arn(stack, "lambda", "function:*")));
    }

    private static String arn(Stack stack, String service, String resource) {
        return "arn:" + stack.getPartition() + ":" + service + ":" + stack.getRegion() + ":" + stack.getAccount() + ":"
                + resource;
    }

    private static PolicyStatement onKey(IKey key, String sid, Map<String, Object> conditions, String... actions) {
        return on(key.getKeyArn(), sid, actions).conditions(conditions).build();
    }

    private static PolicyStatement.Builder on(String arn, String sid, String... actions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(List.of(actions))
                .resources(List.of(arn));
    }
}
