package io.cordon.functions;

import io.cordon.compliance.DataClass;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** The Lambda resources of one function: the function, its published version, its alias. */
final class DeployedFunction {
    private DeployedFunction() {}

    static Function of(Construct scope, RuntimeFunctionProps props, IRole role, ILogGroup log, IQueue deadLetters) {
        var builder = Function.Builder.create(scope, "Function")
                .description(props.entry.summary())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(Code.fromAsset(props.manifest.jar().toString()))
                .handler(props.entry.handler())
                .memorySize(props.entry.memoryMegabytes())
                .timeout(Duration.seconds(props.entry.timeoutSeconds()))
                .environment(props.environment)
                .environmentEncryption(props.key)
                .role(role)
                .reservedConcurrentExecutions(props.reservedConcurrency)
                .currentVersionOptions(kept());
        logTo(log, builder, props);
        place(builder, props);
        return started(builder.build(), props, deadLetters);
    }

    /** On the alias, because on a function CDK writes these settings for {@code $LATEST}, which nobody calls. */
    static Alias live(Construct scope, Function function) {
        var limits = LimitPolicy.current();
        return Alias.Builder.create(scope, "Live")
                .aliasName(RuntimeFunction.ALIAS)
                .version(function.getCurrentVersion())
                .maxEventAge(Duration.minutes(limits.asyncEventAgeMinutes().value()))
                .retryAttempts(limits.asyncRetries().value())
                .build();
    }

    /** A rollback points the alias at the version before, so that one must still be there. */
    private static VersionOptions kept() {
        return VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build();
    }

    /** JSON for Lambda's own lines too, so that one query finds a timeout; above INFO, metrics would be lost. */
    private static void logTo(ILogGroup log, Function.Builder builder, RuntimeFunctionProps props) {
        builder.logGroup(log)
                .loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(ApplicationLogLevel.INFO)
                .systemLogLevelV2(props.detailedLogging ? SystemLogLevel.DEBUG : SystemLogLevel.INFO);
    }

    private static void place(Function.Builder builder, RuntimeFunctionProps props) {
        if (props.network != null) {
            builder.vpc(props.network.vpc())
                    .vpcSubnets(SubnetSelection.builder()
                            .subnetType(SubnetType.PRIVATE_ISOLATED)
                            .build())
                    .securityGroups(List.of(props.network.securityGroup()));
        }
    }

    /** By L1: the L2 property of the snapshot warns about each function, the other two grant without a Sid. */
    private static Function started(Function function, RuntimeFunctionProps props, IQueue deadLetters) {
        var resource = (CfnFunction) Objects.requireNonNull(function.getNode().getDefaultChild());
        resource.setSnapStart(CfnFunction.SnapStartProperty.builder()
                .applyOn("PublishedVersions")
                .build());
        resource.setTracingConfig(
                CfnFunction.TracingConfigProperty.builder().mode("Active").build());
        resource.setDeadLetterConfig(CfnFunction.DeadLetterConfigProperty.builder()
                .targetArn(deadLetters.getQueueArn())
                .build());
        DataClass.of(function).is(props.entry.dataClass());
        return function;
    }
}
