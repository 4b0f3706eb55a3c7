package io.cordon.functions;

import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.DataClass;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * A function of the manifest, with exactly the permissions, variables and place that the manifest gives it.
 *
 * <p>Call it by {@link #getAlias()}: only the alias has the published version that starts from a snapshot, and the
 * settings for asynchronous events. The bare function starts cold and retries as Lambda likes.
 */
public final class RuntimeFunction extends Construct implements FunctionMetrics {
    /** The name of the alias. */
    public static final String ALIAS = "live";

    private final FunctionEntry entry;
    private final IQueue deadLetterQueue;
    private final ILogGroup logGroup;
    private final ExecutionRole role;
    private final Function function;
    private final IAlias alias;

    /** Creates the function with the properties that {@code props} states. */
    public RuntimeFunction(Construct scope, String id, Consumer<RuntimeFunctionProps.Builder> props) {
        this(scope, id, RuntimeFunctionProps.from(props));
    }

    /** Creates the function. */
    public RuntimeFunction(Construct scope, String id, RuntimeFunctionProps props) {
        super(scope, id);

        this.entry = props.entry;
        this.deadLetterQueue = FunctionStores.deadLetters(this, props);
        this.logGroup = FunctionStores.log(this, props);
        this.role = permittedRole(props);
        this.function = function(props);
        this.alias = alias();

        acknowledgeNag();
        DataClass.of(function).is(entry.dataClass());
    }

    /** Returns the function; to call it, take {@link #getAlias()}. */
    public IFunction getFunction() {
        return function;
    }

    @Override
    public IAlias getAlias() {
        return alias;
    }

    /** Returns the role; whatever it is granted lands in its one managed policy. */
    public IRole getRole() {
        return role;
    }

    @Override
    public IQueue getDeadLetterQueue() {
        return deadLetterQueue;
    }

    /** Returns the function's log. */
    public ILogGroup getLogGroup() {
        return logGroup;
    }

    /** Returns what the manifest says of the function: routes, events, metrics. */
    public FunctionEntry getEntry() {
        return entry;
    }

    private ExecutionRole permittedRole(RuntimeFunctionProps props) {
        var boundary = props.permissionsBoundary;
        var permitted = new ExecutionRole(this, "Role", it -> {
            if (boundary != null) {
                it.permissionsBoundary(boundary);
            }
        });
        FunctionPermissions.of(props, Stack.of(this).getRegion()).forEach(permitted::addToPrincipalPolicy);
        PlatformPermissions.of(logGroup, deadLetterQueue, props.key).forEach(permitted::addToPrincipalPolicy);
        if (props.network != null) {
            PlatformPermissions.network().forEach(permitted::addToPrincipalPolicy);
        }
        return permitted;
    }

    private Function function(RuntimeFunctionProps props) {
        var builder = Function.Builder.create(this, "Function")
                .description(entry.summary())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(Code.fromAsset(props.manifest.jar().toString()))
                .handler(entry.handler())
                .memorySize(entry.memoryMegabytes())
                .timeout(Duration.seconds(entry.timeoutSeconds()))
                .environment(props.environment)
                .environmentEncryption(props.key)
                .role(role)
                .reservedConcurrentExecutions(props.reservedConcurrency)
                .tracing(Tracing.ACTIVE)
                .currentVersionOptions(kept());
        logged(builder);
        placed(builder, props);
        return started(builder.build());
    }

    /** A rollback points the alias at the version before, so that one must still be there. */
    private static VersionOptions kept() {
        return VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build();
    }

    /** JSON for Lambda's own lines too: one query reads a timeout and what led to it. Below INFO metrics would be lost. */
    private void logged(Function.Builder builder) {
        builder.logGroup(logGroup)
                .loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(ApplicationLogLevel.INFO)
                .systemLogLevelV2(SystemLogLevel.INFO);
    }

    private static void placed(Function.Builder builder, RuntimeFunctionProps props) {
        if (props.network != null) {
            builder.vpc(props.network.vpc())
                    .vpcSubnets(SubnetSelection.builder()
                            .subnetType(SubnetType.PRIVATE_ISOLATED)
                            .build())
                    .securityGroups(List.of(props.network.securityGroup()));
        }
    }

    /** By L1: the L2 property of the snapshot warns about each function, that of the queue grants without a Sid. */
    private Function started(Function built) {
        var resource = (CfnFunction) Objects.requireNonNull(built.getNode().getDefaultChild());
        resource.setSnapStart(CfnFunction.SnapStartProperty.builder()
                .applyOn("PublishedVersions")
                .build());
        resource.setDeadLetterConfig(CfnFunction.DeadLetterConfigProperty.builder()
                .targetArn(deadLetterQueue.getQueueArn())
                .build());
        return built;
    }

    private IAlias alias() {
        var limits = LimitPolicy.current();
        return Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .maxEventAge(Duration.minutes(limits.asyncEventAgeMinutes().value()))
                .retryAttempts(limits.asyncRetries().value())
                .build();
    }

    private void acknowledgeNag() {
        if (entry.internet()) {
            Acknowledge.on(function)
                    .hipaa(
                            "LambdaInsideVPC",
                            "The function " + entry.name()
                                    + " must reach the internet, which the isolated VPC does not; "
                                    + "it holds no PHI, and its role has no right to any.");
        }
    }
}
