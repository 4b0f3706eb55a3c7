package io.cordon.runtime.platform;

import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Writes each value as one line in CloudWatch's embedded metric format: no call, so no endpoint and no permission. */
public final class PowertoolsMeter implements Meter {
    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;
    private final String service;

    /** Measures for the function that the environment names. */
    public PowertoolsMeter() {
        this.namespace = Env.POWERTOOLS_METRICS_NAMESPACE.value();
        this.service = Env.POWERTOOLS_SERVICE_NAME.value();
    }

    @Override
    public void add(Metric metric, long value, Part... parts) {
        metrics.flushMetrics(line -> {
            line.setNamespace(namespace);
            line.clearDefaultDimensions();
            line.addDimension(whole());
            if (parts.length > 0) {
                line.addDimension(divided(parts));
            }
            line.addMetric(metric.published(), value, unit(metric));
        });
    }

    private DimensionSet whole() {
        return DimensionSet.of("Service", service);
    }

    private DimensionSet divided(Part... parts) {
        DimensionSet set = whole();
        for (Part part : parts) {
            set.addDimension(part.dimension(), part.value());
        }
        return set;
    }

    private static MetricUnit unit(Metric metric) {
        return switch (metric.unit()) {
            case COUNT -> MetricUnit.COUNT;
            case MILLISECONDS -> MetricUnit.MILLISECONDS;
        };
    }
}
