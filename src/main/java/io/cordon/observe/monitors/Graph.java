package io.cordon.observe.monitors;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * One graph on a dashboard.
 *
 * @param page the dashboard
 * @param title what is shown of the thing, a few words
 * @param unit what the axis counts
 * @param metrics the lines
 * @param signals those whose thresholds are drawn
 */
public record Graph(Page page, String title, String unit, List<? extends IMetric> metrics, List<Signal> signals) {
    /** Copies the lists. */
    public Graph {
        metrics = List.copyOf(metrics);
        signals = List.copyOf(signals);
    }

    Graph(Page page, String title, String unit, List<? extends IMetric> metrics) {
        this(page, title, unit, metrics, List.of());
    }
}
