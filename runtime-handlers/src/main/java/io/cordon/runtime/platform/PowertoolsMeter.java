package io.cordon.runtime.platform;

import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Writes each count as one line in CloudWatch's embedded metric format: no call, so no endpoint and no permission. */
public final class PowertoolsMeter implements Meter {
    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;
    private final DimensionSet dimensions;

    /** Counts for the function that the environment names. */
    public PowertoolsMeter() {
        this.namespace = Env.POWERTOOLS_METRICS_NAMESPACE.value();
        this.dimensions = DimensionSet.of("Service", Env.POWERTOOLS_SERVICE_NAME.value());
    }

    @Override
    public void count(Metric metric) {
        metrics.flushSingleMetric(metric.published(), 1, MetricUnit.COUNT, namespace, dimensions);
    }
}
