package io.cordon.ai;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The one way from an isolated network to foundation models: it lets through the models that were named, within their
 * geography, and nothing else that Bedrock can do.
 *
 * <p>The endpoint says what may pass, a role says who may ask, and a call needs both. Any region of the geography answers.
 */
public final class BedrockPrivateLink extends Construct implements EndpointMetrics {
    private final IVpc vpc;
    private final Map<String, ModelProfile> profiles;
    private final ModelPermissions permissions;
    private final ISecurityGroup securityGroup;
    private final IInterfaceVpcEndpoint runtime;
    private final @Nullable IInterfaceVpcEndpoint control;

    /** Makes the endpoints from what {@code props} sets. */
    public BedrockPrivateLink(Construct scope, String id, Consumer<BedrockPrivateLinkProps.Builder> props) {
        this(scope, id, BedrockPrivateLinkProps.from(props));
    }

    /**
     * Makes the endpoints from {@code props}.
     *
     * @throws IllegalArgumentException listing each model that is refused, a region outside the geography and a policy
     *     that would be too long
     */
    public BedrockPrivateLink(Construct scope, String id, BedrockPrivateLinkProps props) {
        super(scope, id);

        this.vpc = props.vpc;
        this.profiles = profilesOf(props);
        this.permissions = new ModelPermissions(Place.of(Stack.of(this)), props.organization);
        var endpoints = new BedrockEndpoints(this, props);
        this.securityGroup = endpoints.group();
        this.runtime = endpoints.to(BedrockEndpoints.RUNTIME, permissions.throughRuntime(getModels()));
        this.control = props.controlPlane
                ? endpoints.to(BedrockEndpoints.CONTROL, permissions.throughControl(getModels()))
                : null;
    }

    @Override
    public IInterfaceVpcEndpoint getRuntimeEndpoint() {
        return runtime;
    }

    /** Returns the endpoint of the control plane, if it was asked for. */
    public Optional<IInterfaceVpcEndpoint> getControlPlaneEndpoint() {
        return Optional.ofNullable(control);
    }

    @Override
    public IVpc getVpc() {
        return vpc;
    }

    /** Returns the group of the endpoints: HTTPS in from the functions, nothing out. */
    public ISecurityGroup getSecurityGroup() {
        return securityGroup;
    }

    /** Returns each model as it is called here, in the order given. */
    public List<ModelProfile> getModels() {
        return List.copyOf(profiles.values());
    }

    /**
     * Returns how a model is called here; code names {@link ModelProfile#id()}.
     *
     * @throws IllegalArgumentException if this construct was not given the model
     */
    public ModelProfile getModel(String id) {
        var profile = profiles.get(id);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "model: " + id + "; one of " + profiles.keySet() + "; name it in models, or the endpoint stops it");
        }
        return profile;
    }

    /**
     * Lets {@code grantee} call a model, whole or streamed, by {@code Converse} or {@code InvokeModel}, through its
     * profile only.
     *
     * @throws IllegalArgumentException if this construct was not given the model
     */
    public Grant grantInvoke(IGrantable grantee, String modelId) {
        var profile = getModel(modelId);
        var options =
                GrantOnPrincipalOptions.builder().grantee(grantee).scope(this).actions(ModelPermissions.INVOKE);
        var toProfile =
                options.resourceArns(List.of(profile.arn(permissions.place()))).build();
        var toModel = options.resourceArns(profile.modelArns(permissions.place()))
                .conditions(profile.onlyThrough(permissions.place()))
                .build();
        return Grant.addToPrincipal(toProfile).combine(Grant.addToPrincipal(toModel));
    }

    /**
     * Returns what {@link #grantInvoke} adds to a policy, anew at each call.
     *
     * @throws IllegalArgumentException if this construct was not given the model
     */
    public List<PolicyStatement> getInvokeStatements(String modelId) {
        return permissions.toInvoke(getModel(modelId));
    }

    /**
     * Returns what Bedrock publishes about a model.
     *
     * @throws IllegalArgumentException if this construct was not given the model
     */
    public ModelMetrics getMetrics(String modelId) {
        return new ModelMetrics(getModel(modelId));
    }

    private Map<String, ModelProfile> profilesOf(BedrockPrivateLinkProps props) {
        var catalog = ModelCatalog.of(this);
        var problems =
                catalog.problems(props.models, props.geography, Stack.of(this).getRegion());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("BedrockPrivateLink: " + String.join("\n  ", problems));
        }
        var found = new LinkedHashMap<String, ModelProfile>();
        props.models.forEach(id -> found.put(id, catalog.model(id).in(props.geography)));
        BedrockEndpoints.tooLong(new ModelPermissions(Place.LONGEST, props.organization)
                        .throughRuntime(List.copyOf(found.values())))
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("BedrockPrivateLink: " + problem);
                });
        return Collections.unmodifiableMap(found);
    }
}
