package io.cordon.observe.monitors;

import io.cordon.api.ApiMetrics;
import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** A stage of a REST API: who asks, who is refused, what fails, how long it takes. */
public final class ApiMonitor implements Monitor {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();

    private final String title;
    private final KnownMetrics metrics;
    private final List<Metric> refusals;
    private final Signal failures;
    private final Signal latency;

    /**
     * Watches one stage. Its metrics are told apart by the API's name: two of one name in an account are added up.
     *
     * @param api an API that knows its name; an imported one was given it by {@code fromRestApiAttributes}
     * @param stage the name of the stage
     */
    public ApiMonitor(IRestApi api, String stage) {
        this(api, stage, List.of());
    }

    /** Watches an API whose access log tells those without a token from those without a right. */
    public ApiMonitor(ApiMetrics api) {
        this(api.getApi(), api.getStageName(), List.of(api.metricUnauthorized(), api.metricForbidden()));
    }

    private ApiMonitor(IRestApi api, String stage, List<Metric> refusals) {
        this.title = Labels.of(api);
        this.metrics = KnownMetrics.of(
                "AWS/ApiGateway", new TreeMap<>(Map.of("ApiName", api.getRestApiName(), "Stage", stage)));
        this.refusals = refusals.isEmpty() ? List.of(metrics.metric("4XXError")) : refusals;
        this.failures = failures();
        this.latency = latency();
    }

    @Override
    public String kind() {
        return "APIs";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(
                new Graph(Page.EXECUTIVE, "requests", "requests", List.of(metrics.metric("Count"))),
                new Graph(Page.OPERATIONS, "requests", "requests", List.of(metrics.metric("Count"))),
                new Graph(
                        Page.OPERATIONS,
                        "errors",
                        "responses",
                        List.of(metrics.metric("4XXError"), metrics.metric("5XXError")),
                        List.of(failures)),
                new Graph(
                        Page.OPERATIONS,
                        "latency",
                        "milliseconds",
                        List.of(
                                metrics.metric("Latency", "p50"),
                                metrics.metric("Latency", "p99"),
                                metrics.metric("IntegrationLatency")),
                        List.of(latency)),
                new Graph(Page.SECURITY, "refused requests", "responses", refusals));
    }

    @Override
    public List<Signal> signals() {
        return List.of(failures, latency);
    }

    private Signal failures() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-server-errors")
                .metric(metrics.metric("5XXError"))
                .atLeast(THRESHOLDS.apiServerErrors().value())
                .severity(Severity.CRITICAL)
                .unit("responses")
                .means("The API " + title + " answers with 5XX.")
                .mend("See which function fails at the same time; without one, read the API's execution log."));
    }

    private Signal latency() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-latency")
                .metric(metrics.metric("Latency"))
                .atLeast(THRESHOLDS.apiLatencyMilliseconds().value())
                .periods(THRESHOLDS.sustainedPeriods().value())
                .severity(Severity.PERFORMANCE)
                .unit("milliseconds")
                .means("One in a hundred requests to the API " + title + " takes too long.")
                .mend("Compare with the duration of the functions and the latency of the tables."));
    }
}
