package io.cordon.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What is counted about one stage: by API Gateway, by its firewall and from its access log. Each covers five minutes. */
public interface ApiMetrics {
    /** Returns the API that is measured. */
    IRestApi getApi();

    /** Returns the name of the stage that is measured. */
    String getStageName();

    /** Returns the name under which AWS WAF counts; empty if the web ACL is a given one, whose owner knows it. */
    Optional<String> getWebAclMetricName();

    /** Returns {@code Count}: requests; sum. */
    default Metric metricCount() {
        return ofStage("Count", "Sum");
    }

    /** Returns {@code Count} with other statistic, period or label. */
    default Metric metricCount(MetricOptions options) {
        return metricCount().with(options);
    }

    /** Returns {@code 4XXError}: answers of 400 to 499; sum. */
    default Metric metricClientError() {
        return ofStage("4XXError", "Sum");
    }

    /** Returns {@code 4XXError} with other statistic, period or label. */
    default Metric metricClientError(MetricOptions options) {
        return metricClientError().with(options);
    }

    /** Returns {@code 5XXError}: answers of 500 to 599; sum. */
    default Metric metricServerError() {
        return ofStage("5XXError", "Sum");
    }

    /** Returns {@code 5XXError} with other statistic, period or label. */
    default Metric metricServerError(MetricOptions options) {
        return metricServerError().with(options);
    }

    /** Returns {@code Latency} in milliseconds, the functions included; 95th percentile. */
    default Metric metricLatency() {
        return ofStage("Latency", "p95");
    }

    /** Returns {@code Latency} with other statistic, period or label. */
    default Metric metricLatency(MetricOptions options) {
        return metricLatency().with(options);
    }

    /**
     * Returns {@code BlockedRequests} of the firewall, all rules; sum.
     *
     * @throws IllegalStateException if the web ACL is a given one
     */
    default Metric metricBlockedRequests() {
        var acl = getWebAclMetricName()
                .orElseThrow(() -> new IllegalStateException(getApi().getNode().getPath()
                        + ": a web ACL of your own counts under a name that only its owner knows; watch it by that"));
        var dimensions = new TreeMap<String, String>();
        dimensions.put("WebACL", acl);
        dimensions.put("Region", getApi().getStack().getRegion());
        dimensions.put("Rule", "ALL");
        return of("AWS/WAFV2", "BlockedRequests", "Sum", dimensions);
    }

    /** Returns {@code BlockedRequests} with other statistic, period or label. */
    default Metric metricBlockedRequests(MetricOptions options) {
        return metricBlockedRequests().with(options);
    }

    /** Returns answers of 401, counted from the access log; sum. */
    default Metric metricUnauthorized() {
        return ofLog("Unauthorized");
    }

    /** Returns answers of 401 with other statistic, period or label. */
    default Metric metricUnauthorized(MetricOptions options) {
        return metricUnauthorized().with(options);
    }

    /** Returns answers of 403, those of the firewall included, counted from the access log; sum. */
    default Metric metricForbidden() {
        return ofLog("Forbidden");
    }

    /** Returns answers of 403 with other statistic, period or label. */
    default Metric metricForbidden(MetricOptions options) {
        return metricForbidden().with(options);
    }

    private Metric ofStage(String metric, String statistic) {
        var dimensions = new TreeMap<String, String>();
        dimensions.put("ApiName", getApi().getRestApiName());
        dimensions.put("Stage", getStageName());
        return of("AWS/ApiGateway", metric, statistic, dimensions);
    }

    private Metric ofLog(String metric) {
        return of(CountedAnswers.namespace(getApi().getRestApiName()), metric, "Sum", null);
    }

    private static Metric of(
            String namespace, String metric, String statistic, @Nullable Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .statistic(statistic)
                .period(Duration.minutes(5))
                .dimensionsMap(dimensions)
                .build();
    }
}
