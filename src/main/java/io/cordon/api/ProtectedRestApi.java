package io.cordon.api;

import io.cordon.compliance.Acknowledge;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.IStage;
import software.amazon.awscdk.services.apigateway.IdentitySource;
import software.amazon.awscdk.services.apigateway.RequestAuthorizer;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * A REST API that only speaks TLS 1.3, stands behind a firewall and an authorizer, and writes down each request without
 * what the request was about.
 *
 * <p>It needs the account's log role: the stack of {@code CordonAccount} is deployed before.
 */
public final class ProtectedRestApi extends Construct implements ApiMetrics {
    private static final String AUTHORIZER_REDEPLOYS = "@aws-cdk/aws-apigateway:authorizerChangeDeploymentLogicalId";

    private final ILogGroup accessLogGroup;
    private final RestApi api;
    private final Firewall firewall;
    private final String stageName;
    private final @Nullable CustomDomain domain;

    /** Creates the API with the properties that {@code props} states. */
    public ProtectedRestApi(Construct scope, String id, Consumer<ProtectedRestApiProps.Builder> props) {
        this(scope, id, ProtectedRestApiProps.from(props));
    }

    /** Creates the API. */
    public ProtectedRestApi(Construct scope, String id, ProtectedRestApiProps props) {
        super(scope, id);
        // A new authorizer must reach the stage, whatever flags the app sets.
        getNode().setContext(AUTHORIZER_REDEPLOYS, true);
        // Metrics and the firewall's log are told apart by this name, so it holds the stack's.
        var name = Names.uniqueResourceName(
                this,
                UniqueResourceNameOptions.builder()
                        .maxLength(100)
                        .separator("-")
                        .build());

        this.stageName = props.stageName;
        this.accessLogGroup = AuditLogs.create(this, "AccessLog", props.logs, null);
        this.api = GatewayStage.create(this, name, accessLogGroup, props);
        new ApiMethods(api, authorizer(props), props).add();
        GatewayAnswers.add(api, props.origins);
        this.firewall = new Firewall(this, name, api.getDeploymentStage(), props);
        this.domain = props.domain == null ? null : new CustomDomain(this, props.domain, api.getDeploymentStage());
        CountedAnswers.in(this, accessLogGroup, name);

        acknowledgeNag();
    }

    @Override
    public IRestApi getApi() {
        return api;
    }

    /** Returns the one stage. */
    public IStage getStage() {
        return api.getDeploymentStage();
    }

    @Override
    public String getStageName() {
        return stageName;
    }

    /** Returns the ARN of the firewall, a given one too. */
    public String getWebAcl() {
        return firewall.arn();
    }

    @Override
    public Optional<String> getWebAclMetricName() {
        return firewall.metricName();
    }

    /** Returns the log of all requests. */
    public ILogGroup getAccessLogGroup() {
        return accessLogGroup;
    }

    /** Returns where the API is called, with a slash at its end: its own name, or else API Gateway's with the stage. */
    public String getUrl() {
        return domain == null ? api.getUrl() : domain.url();
    }

    /** Returns where the DNS record of the API's own name must point; empty if it has none. */
    public Optional<DomainTarget> getDomainTarget() {
        return Optional.ofNullable(domain).map(CustomDomain::target);
    }

    private IAuthorizer authorizer(ProtectedRestApiProps props) {
        return RequestAuthorizer.Builder.create(this, "Authorizer")
                .handler(props.authorizer)
                .identitySources(List.of(IdentitySource.header("Authorization")))
                .resultsCacheTtl(props.authorizerCache)
                .build();
    }

    private void acknowledgeNag() {
        Acknowledge.on(Objects.requireNonNull(api.getDeploymentStage().getNode().getDefaultChild()))
                .compensatedBy("Nothing is cached, so there is nothing to encrypt.")
                .ticket("docs/constructs/ProtectedRestApi.md")
                .hipaa(
                        "APIGWCacheEnabledAndEncrypted",
                        "Each reply holds one person's PHI; a cache would keep it where the next caller may get it.");
    }
}
