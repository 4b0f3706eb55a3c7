package io.cordon.functions;

import io.cordon.compliance.Acknowledge;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.lambda.IFunction;
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
    private final Map<String, BoundResource> bindings;
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
        this.bindings = props.bindings;
        this.deadLetterQueue = FunctionStores.deadLetters(this, props);
        this.logGroup = FunctionStores.log(this, props);
        this.role = permittedRole(props);
        this.function = DeployedFunction.of(this, props, role, logGroup, deadLetterQueue);
        this.alias = DeployedFunction.live(this, function);

        acknowledgeNag(props);
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

    BoundResource bound(String resource) {
        return Objects.requireNonNull(bindings.get(resource), resource);
    }

    private ExecutionRole permittedRole(RuntimeFunctionProps props) {
        var boundary = props.permissionsBoundary;
        var permitted = new ExecutionRole(this, "Role", it -> {
            if (boundary != null) {
                it.permissionsBoundary(boundary);
            }
        });
        FunctionPermissions.of(props, Stack.of(this)).forEach(permitted::addToPrincipalPolicy);
        PlatformPermissions.of(logGroup, deadLetterQueue, props).forEach(permitted::addToPrincipalPolicy);
        if (props.network != null) {
            PlatformPermissions.network().forEach(permitted::addToPrincipalPolicy);
        }
        return permitted;
    }

    private void acknowledgeNag(RuntimeFunctionProps props) {
        if (props.controlPlane != null) {
            Acknowledge.on(function)
                    .ticket("docs/constructs/RuntimeFunction.md")
                    .hipaa("LambdaInsideVPC", props.controlPlane);
        }
        if (entry.internet()) {
            Acknowledge.on(function)
                    .ticket("docs/constructs/RuntimeFunction.md")
                    .hipaa(
                            "LambdaInsideVPC",
                            "The function " + entry.name()
                                    + " must reach the internet, which the isolated VPC does not; its "
                                    + "manifest says that what passes through it is "
                                    + entry.dataClass().tag()
                                    + " data, never PHI.");
        }
    }
}
