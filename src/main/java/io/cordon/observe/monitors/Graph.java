package io.cordon.observe.monitors;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * One graph on a dashboard.
 *
 * @param page the dashboard
 * @param group what it tells of: graphs of one group stand side by side; empty if that is all that its thing has
 * @param title what is shown of the thing, a few words
 * @param unit what the axis counts
 * @param metrics the lines
 * @param signals those whose thresholds are drawn
 * @param parts whether the lines are parts of one whole, drawn one upon the other
 */
public record Graph(
        Page page,
        String group,
        String title,
        String unit,
        List<? extends IMetric> metrics,
        List<Signal> signals,
        boolean parts) {
    /** Copies the lists. */
    public Graph {
        metrics = List.copyOf(metrics);
        signals = List.copyOf(signals);
    }

    /** A graph of lines, in no group. */
    public Graph(Page page, String title, String unit, List<? extends IMetric> metrics, List<Signal> signals) {
        this(page, "", title, unit, metrics, signals, false);
    }

    Graph(Page page, String title, String unit, List<? extends IMetric> metrics) {
        this(page, title, unit, metrics, List.of());
    }

    Graph in(String other) {
        return new Graph(page, other, title, unit, metrics, signals, parts);
    }

    Graph ofParts() {
        return new Graph(page, group, title, unit, metrics, signals, true);
    }
}
