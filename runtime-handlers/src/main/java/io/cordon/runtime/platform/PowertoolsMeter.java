package io.cordon.runtime.platform;

import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Writes each count as one line in CloudWatch's embedded metric format: no call, so no endpoint and no permission. */
public final class PowertoolsMeter implements Meter {
    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;
    private final String service;

    /** Counts for the function that the environment names. */
    public PowertoolsMeter() {
        this.namespace = Env.POWERTOOLS_METRICS_NAMESPACE.value();
        this.service = Env.POWERTOOLS_SERVICE_NAME.value();
    }

    @Override
    public void count(Metric metric) {
        metrics.flushSingleMetric(metric.published(), 1, MetricUnit.COUNT, namespace, whole());
    }

    @Override
    public void count(Metric metric, Enum<?> cause) {
        metrics.flushMetrics(line -> {
            line.setNamespace(namespace);
            line.clearDefaultDimensions();
            line.addDimension(whole());
            line.addDimension(DimensionSet.of("Service", service, "Cause", cause.name()));
            line.addMetric(metric.published(), 1, MetricUnit.COUNT);
        });
    }

    private DimensionSet whole() {
        return DimensionSet.of("Service", service);
    }
}
