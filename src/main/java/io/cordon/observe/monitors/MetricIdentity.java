package io.cordon.observe.monitors;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Dimension;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * What makes a metric this one and no other: with a dimension more or less, it is a metric without data.
 *
 * @param namespace the namespace
 * @param name the name
 * @param dimensions the names of all dimensions, in order
 */
public record MetricIdentity(String namespace, String name, List<String> dimensions) {
    /** Orders the dimensions. */
    public MetricIdentity {
        dimensions = List.copyOf(new TreeSet<>(dimensions));
    }

    /** Returns the identities that {@code metric} reads: several if it is calculated. */
    public static Set<MetricIdentity> in(IMetric metric) {
        return identities(metric).collect(Collectors.toSet());
    }

    /** Returns the identities that {@code metrics} read. */
    public static Set<MetricIdentity> in(Collection<? extends IMetric> metrics) {
        return metrics.stream().flatMap(MetricIdentity::identities).collect(Collectors.toSet());
    }

    /** Returns whether AWS publishes it, and not a function or a metric filter. */
    public boolean isOfAws() {
        return namespace.startsWith("AWS/");
    }

    @Override
    public String toString() {
        return namespace + " " + name + " " + dimensions;
    }

    private static Stream<MetricIdentity> identities(IMetric metric) {
        var config = metric.toMetricConfig();
        var expression = config.getMathExpression();
        if (expression != null) {
            var used = expression.getUsingMetrics();
            return used == null ? Stream.empty() : used.values().stream().flatMap(MetricIdentity::identities);
        }
        var stat = config.getMetricStat();
        if (stat == null) {
            return Stream.empty();
        }
        var dimensions = stat.getDimensions();
        return Stream.of(new MetricIdentity(
                stat.getNamespace(),
                stat.getMetricName(),
                dimensions == null
                        ? List.of()
                        : dimensions.stream().map(Dimension::getName).toList()));
    }
}
