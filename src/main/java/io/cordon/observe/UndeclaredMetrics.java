package io.cordon.observe;

import io.cordon.observe.monitors.FunctionMonitor;
import io.cordon.observe.monitors.Graph;
import io.cordon.observe.monitors.MetricIdentity;
import io.cordon.observe.monitors.Monitor;
import io.cordon.observe.monitors.Signal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.logs.CfnMetricFilter;
import software.constructs.Node;

/**
 * Finds metrics that nothing in the app publishes.
 *
 * <p>It runs when the dashboards are made, and not at synth: there every construct that is read would lie one frame deeper
 * on the kernel's stack, and a large app would overflow it.
 */
final class UndeclaredMetrics {
    private final Node node;
    private final List<Monitor> monitors;

    UndeclaredMetrics(Node node, List<Monitor> monitors) {
        this.node = node;
        this.monitors = monitors;
    }

    void refuse() {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ObservabilityDashboards: " + String.join("\n", problems));
        }
    }

    private List<String> problems() {
        var used = MetricIdentity.in(metrics()).stream()
                .filter(metric -> !metric.isOfAws())
                .toList();
        if (used.isEmpty()) {
            return List.of();
        }
        var declared = declared();
        return used.stream()
                .filter(metric -> !declared.contains(metric))
                .map(metric -> "metric: " + metric + "; no metric filter of this app and no function that is watched"
                        + " publishes it, so nothing would ever be seen; publish it before the dashboards are made, or"
                        + " take it away")
                .sorted()
                .toList();
    }

    private List<IMetric> metrics() {
        var drawn = monitors.stream()
                .flatMap(it -> it.graphs().stream())
                .map(Graph::metrics)
                .flatMap(List::stream);
        var alarmed = monitors.stream().flatMap(it -> it.signals().stream()).map(Signal::metric);
        return Stream.<IMetric>concat(drawn, alarmed).toList();
    }

    private Set<MetricIdentity> declared() {
        Set<MetricIdentity> declared = new HashSet<>();
        monitors.stream()
                .filter(FunctionMonitor.class::isInstance)
                .map(FunctionMonitor.class::cast)
                .forEach(function -> declared.addAll(function.declared()));
        node.getRoot().getNode().findAll().stream()
                .filter(CfnMetricFilter.class::isInstance)
                .map(CfnMetricFilter.class::cast)
                .flatMap(UndeclaredMetrics::of)
                .forEach(declared::add);
        return declared;
    }

    private static Stream<MetricIdentity> of(CfnMetricFilter filter) {
        var transformations = Stack.of(filter).resolve(filter.getMetricTransformations());
        return maps(transformations)
                .map(it -> new MetricIdentity(
                        String.valueOf(it.get("metricNamespace")),
                        String.valueOf(it.get("metricName")),
                        maps(it.get("dimensions"))
                                .map(dimension -> String.valueOf(dimension.get("key")))
                                .toList()));
    }

    private static Stream<Map<?, ?>> maps(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item)
                : Stream.empty();
    }
}
