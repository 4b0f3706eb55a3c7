package io.cordon.policies;

import java.time.LocalDate;
import java.util.List;

/**
 * The metrics that AWS publishes, with their exact dimensions: {@code policies/metrics.json}.
 *
 * @param groups metrics that share namespace and dimensions
 */
public record MetricPolicy(List<Group> groups) {
    private static final MetricPolicy CURRENT = PolicyFile.read("metrics.json", MetricPolicy.class);

    /**
     * Metrics that share namespace and dimensions.
     *
     * @param namespace the namespace in CloudWatch
     * @param why what they tell
     * @param source where AWS documents them
     * @param checked when somebody last looked there
     * @param periodMinutes the period that is watched
     * @param dimensions the exact sets of dimensions; a subset is another metric, without data
     * @param metrics the metrics
     */
    public record Group(
            String namespace,
            String why,
            String source,
            LocalDate checked,
            int periodMinutes,
            List<List<String>> dimensions,
            List<Published> metrics) {}

    /**
     * One metric.
     *
     * @param name its name
     * @param unit CloudWatch's unit
     * @param statistic the statistic that says most
     */
    public record Published(String name, String unit, String statistic) {}

    /** Returns the policy on the class path. */
    public static MetricPolicy current() {
        return CURRENT;
    }
}
