package io.cordon.audit;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

/**
 * What the check of one trail counts, as the manifest declares it.
 *
 * @param namespace of this watch alone: two would hide each other's silence
 */
record TrailWatchMetrics(String namespace) {
    Metric verified() {
        return metric("TrailVerified");
    }

    Metric problems() {
        return metric("TrailProblems");
    }

    private Metric metric(String name) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(Map.of("Service", TrailWatch.FUNCTION))
                .statistic(Stats.SUM)
                .period(Duration.days(1))
                .build();
    }
}
