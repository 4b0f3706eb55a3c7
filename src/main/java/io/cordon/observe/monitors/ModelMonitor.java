package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** A model on Bedrock: whether it answers, how long it takes, what it is fed. */
public final class ModelMonitor implements Monitor {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();

    private final String model;
    private final KnownMetrics metrics;
    private final Signal errors;
    private final Signal throttles;
    private final Signal latency;

    /** Watches {@code model}: the id of the inference profile or model, exactly as the function calls it. */
    public ModelMonitor(String model) {
        this.model = model;
        this.metrics = KnownMetrics.of("AWS/Bedrock", Map.of("ModelId", model));
        this.errors = errors();
        this.throttles = throttles();
        this.latency = latency();
    }

    @Override
    public String kind() {
        return "Models";
    }

    @Override
    public String title() {
        return model;
    }

    @Override
    public List<Graph> graphs() {
        var calls = List.of(
                metrics.metric("Invocations"),
                metrics.metric("InvocationClientErrors"),
                metrics.metric("InvocationServerErrors"),
                metrics.metric("InvocationThrottles"));
        var latencies = List.of(metrics.metric("InvocationLatency", "p50"), metrics.metric("InvocationLatency", "p99"));
        return List.of(
                new Graph(
                        Page.EXECUTIVE,
                        "tokens",
                        "tokens an hour",
                        List.of(hourly("InputTokenCount"), hourly("OutputTokenCount"))),
                new Graph(Page.OPERATIONS, "calls", "calls", calls, List.of(errors)),
                new Graph(Page.OPERATIONS, "latency", "milliseconds", latencies, List.of(latency)));
    }

    @Override
    public List<Signal> signals() {
        return List.of(errors, throttles, latency);
    }

    private Signal errors() {
        return Signal.of(it -> it.name(name("server-errors"))
                .metric(metrics.metric("InvocationServerErrors"))
                .atLeast(THRESHOLDS.modelServerErrors().value())
                .severity(Severity.CRITICAL)
                .means("Bedrock fails calls of the model " + model + ".")
                .mend("Look at AWS Health; jobs are tried again, so pause intake only if it lasts."));
    }

    private Signal throttles() {
        return Signal.of(it -> it.name(name("throttles"))
                .metric(metrics.metric("InvocationThrottles"))
                .atLeast(THRESHOLDS.modelThrottles().value())
                .means("Bedrock refuses calls of the model " + model + ": a quota is used up.")
                .mend("Compare with the account's quotas of tokens and requests a minute; ask for more."));
    }

    private Signal latency() {
        return Signal.of(it -> it.name(name("latency"))
                .metric(metrics.metric("InvocationLatency"))
                .atLeast(THRESHOLDS.modelLatencyMilliseconds().value())
                .periods(THRESHOLDS.sustainedPeriods().value())
                .severity(Severity.PERFORMANCE)
                .unit("milliseconds")
                .means("One in a hundred answers of the model " + model + " takes too long.")
                .mend("See whether answers became longer (output tokens) or the service slower."));
    }

    private String name(String what) {
        return "model-" + Labels.slug(model) + "-" + what;
    }

    private Metric hourly(String metric) {
        return metrics.metric(metric)
                .with(MetricOptions.builder().period(Duration.hours(1)).build());
    }
}
