package io.cordon.api;

import io.cordon.compliance.Acknowledge;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.IStage;
import software.amazon.awscdk.services.apigateway.IdentitySource;
import software.amazon.awscdk.services.apigateway.RequestAuthorizer;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * A REST API that only speaks TLS 1.3, stands behind a firewall and an authorizer, and writes down each request without
 * what the request was about.
 *
 * <p>It needs the account's log role: the stack of {@code CordonAccount} is deployed before.
 */
public final class ProtectedRestApi extends Construct {
    private static final String AUTHORIZER_REDEPLOYS = "@aws-cdk/aws-apigateway:authorizerChangeDeploymentLogicalId";

    private final ILogGroup accessLogGroup;
    private final RestApi api;
    private final Firewall firewall;
    private final ApiMetrics metrics;

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

        this.accessLogGroup = AuditLogs.create(this, "AccessLog", props, null);
        this.api = GatewayStage.create(this, name, accessLogGroup, props);
        new ApiMethods(api, authorizer(props), props).add();
        GatewayAnswers.add(api, props.origins);
        this.firewall = new Firewall(this, name, api.getDeploymentStage(), props);
        this.metrics = new ApiMetrics(this, name, props.stageName);
        metrics.count(accessLogGroup, "401", "Unauthorized");
        metrics.count(accessLogGroup, "403", "Forbidden");

        acknowledgeNag();
    }

    /** Returns the API. */
    public IRestApi getApi() {
        return api;
    }

    /** Returns the one stage. */
    public IStage getStage() {
        return api.getDeploymentStage();
    }

    /** Returns the ARN of the firewall. */
    public String getWebAcl() {
        return firewall.arn();
    }

    /** Returns the log of all requests. */
    public ILogGroup getAccessLogGroup() {
        return accessLogGroup;
    }

    /** Returns where the API is called, stage included, with a slash at its end. */
    public String getUrl() {
        return api.getUrl();
    }

    /** Returns {@code Count}: requests; sum over 5 minutes. */
    public Metric metricCount() {
        return metrics.gateway("Count", "Sum");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricCount(MetricOptions options) {
        return metricCount().with(options);
    }

    /** Returns {@code 4XXError}: answers of 400 to 499; sum over 5 minutes. */
    public Metric metricClientError() {
        return metrics.gateway("4XXError", "Sum");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricClientError(MetricOptions options) {
        return metricClientError().with(options);
    }

    /** Returns {@code 5XXError}: answers of 500 to 599; sum over 5 minutes. */
    public Metric metricServerError() {
        return metrics.gateway("5XXError", "Sum");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricServerError(MetricOptions options) {
        return metricServerError().with(options);
    }

    /** Returns {@code Latency} in milliseconds, the functions included; 95th percentile over 5 minutes. */
    public Metric metricLatency() {
        return metrics.gateway("Latency", "p95");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricLatency(MetricOptions options) {
        return metricLatency().with(options);
    }

    /** Returns {@code BlockedRequests} of the firewall, all rules; sum over 5 minutes. */
    public Metric metricBlockedRequests() {
        return metrics.blocked();
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricBlockedRequests(MetricOptions options) {
        return metricBlockedRequests().with(options);
    }

    /** Returns answers of 401, counted from the access log; sum over 5 minutes. */
    public Metric metricUnauthorized() {
        return metrics.logged("Unauthorized");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricUnauthorized(MetricOptions options) {
        return metricUnauthorized().with(options);
    }

    /** Returns answers of 403, those of the firewall included, counted from the access log; sum over 5 minutes. */
    public Metric metricForbidden() {
        return metrics.logged("Forbidden");
    }

    /** Returns the same with other statistic, period or label. */
    public Metric metricForbidden(MetricOptions options) {
        return metricForbidden().with(options);
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
                .hipaa(
                        "APIGWCacheEnabledAndEncrypted",
                        "Each reply holds one person's PHI; a cache would keep it where the next caller may get it.");
    }
}
