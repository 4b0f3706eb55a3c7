package io.cordon.account;

import io.cordon.audit.HipaaTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.constructs.Construct;

/**
 * What exists once per account and region: the role through which API Gateway writes the logs of every API, the trail of
 * what anybody changes, and what Bedrock keeps of prompts and answers.
 *
 * <p>A second stack with such a setting would overwrite it or pay for it twice. What is here outlives the stack: without
 * the role every API of the region would silently stop logging, and without the trail nobody would know who deleted it.
 * Bedrock is left with its logging off and nothing kept.
 */
public final class CordonAccount extends Stack {
    private final IRole apiLogRole;
    private final @Nullable AccountTrail trail;
    private final @Nullable ModelPrivacy modelPrivacy;

    /** Makes the account's stack from what {@code props} sets. */
    public CordonAccount(Construct scope, String id, Consumer<CordonAccountProps.Builder> props) {
        this(scope, id, built(props));
    }

    /** Makes the account's stack from {@code props}. */
    public CordonAccount(Construct scope, String id, CordonAccountProps props) {
        super(scope, id, props.stackProps());

        this.apiLogRole = apiLogRole();
        apiLogSetting();
        this.trail = props.managementTrail ? new AccountTrail(this, props) : null;
        this.modelPrivacy = props.modelPrivacy ? modelPrivacy() : null;
    }

    /** Returns the role through which API Gateway writes logs. */
    public IRole getApiLogRole() {
        return apiLogRole;
    }

    /** Returns the trail of management events; none if another stack of the account has it. */
    public Optional<HipaaTrail> getTrail() {
        return Optional.ofNullable(trail).map(AccountTrail::trail);
    }

    /** Returns what sets Bedrock in this account and region; nothing if that is done elsewhere. */
    public Optional<ModelPrivacy> getModelPrivacy() {
        return Optional.ofNullable(modelPrivacy);
    }

    private ModelPrivacy modelPrivacy() {
        return new ModelPrivacy(
                this, "ModelPrivacy", it -> getTrail().map(HipaaTrail::getKey).ifPresent(it::functionKey));
    }

    private void apiLogSetting() {
        CfnAccount.Builder.create(this, "ApiGateway")
                .cloudWatchRoleArn(apiLogRole.getRoleArn())
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    private IRole apiLogRole() {
        var policy = apiLogPolicy();
        var role = Role.Builder.create(this, "ApiLogRole")
                .description("API Gateway writes execution and access logs")
                .assumedBy(new ServicePrincipal(
                        "apigateway.amazonaws.com",
                        ServicePrincipalOpts.builder()
                                .conditions(new TreeMap<>(Map.of(
                                        // AWS documents no source account for this call: where it sends one, it must be
                                        // ours.
                                        "StringEqualsIfExists", Map.of("aws:SourceAccount", getAccount()))))
                                .build()))
                .managedPolicies(List.of(policy))
                .build();
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return role;
    }

    /** The actions of AWS's own AmazonAPIGatewayPushToCloudWatchLogs, in this account and region only. */
    private ManagedPolicy apiLogPolicy() {
        var groups = formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
        var policy = ManagedPolicy.Builder.create(this, "ApiLogPolicy")
                .description("API Gateway writes to the log groups of this account and region")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of(
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:DescribeLogGroups",
                                "logs:DescribeLogStreams",
                                "logs:FilterLogEvents",
                                "logs:GetLogEvents",
                                "logs:PutLogEvents"))
                        .resources(List.of(groups))
                        .build()))
                .build();
        policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return policy;
    }

    private static CordonAccountProps built(Consumer<CordonAccountProps.Builder> props) {
        var builder = CordonAccountProps.builder();
        props.accept(builder);
        return builder.build();
    }
}
