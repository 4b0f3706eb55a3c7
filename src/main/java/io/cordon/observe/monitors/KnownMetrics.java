package io.cordon.observe.monitors;

import io.cordon.policies.MetricPolicy;
import io.cordon.policies.MetricPolicy.Published;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** The metrics of {@code policies/metrics.json}: what is not among them cannot be built here. */
final class KnownMetrics {
    private static final MetricPolicy POLICY = MetricPolicy.current();

    private final String namespace;
    private final Map<String, String> dimensions;

    private KnownMetrics(String namespace, Map<String, String> dimensions) {
        this.namespace = namespace;
        this.dimensions = new TreeMap<>(dimensions);
    }

    static KnownMetrics of(String namespace, Map<String, String> dimensions) {
        return new KnownMetrics(namespace, dimensions);
    }

    /** The metric with the statistic that says most. */
    Metric metric(String name) {
        var identity = new MetricIdentity(namespace, name, List.copyOf(dimensions.keySet()));
        var group = groupsWith(identity).findFirst().orElseThrow(() -> new IllegalArgumentException(problem(identity)));
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(published(group, name).orElseThrow().statistic())
                .period(Duration.minutes(group.periodMinutes()))
                .build();
    }

    /** The metric with another statistic, which the label names. */
    Metric metric(String name, String statistic) {
        return metric(name)
                .with(MetricOptions.builder()
                        .statistic(statistic)
                        .label(statistic)
                        .build());
    }

    /** What is wrong with metrics that claim to be of AWS: each that is not published so, as a sentence. */
    static List<String> problems(Collection<? extends IMetric> metrics) {
        return MetricIdentity.in(metrics).stream()
                .filter(MetricIdentity::isOfAws)
                .filter(identity -> groupsWith(identity).findAny().isEmpty())
                .map(KnownMetrics::problem)
                .sorted()
                .toList();
    }

    private static String problem(MetricIdentity identity) {
        var sets = POLICY.groups().stream()
                .filter(group -> group.namespace().equals(identity.namespace()))
                .filter(group -> published(group, identity.name()).isPresent())
                .flatMap(group -> group.dimensions().stream())
                .toList();
        return "metric: " + identity + "; "
                + (sets.isEmpty()
                        ? "policies/metrics.json knows no such metric, so nothing may ever publish it"
                        : "AWS publishes it with " + sets + ", and under any other set there is no data")
                + "; use what AWS documents, or add it there with its source";
    }

    private static Stream<MetricPolicy.Group> groupsWith(MetricIdentity identity) {
        return POLICY.groups().stream()
                .filter(group -> group.namespace().equals(identity.namespace()))
                .filter(group -> published(group, identity.name()).isPresent())
                .filter(group -> group.dimensions().stream()
                        .anyMatch(set -> List.copyOf(new TreeSet<>(set)).equals(identity.dimensions())));
    }

    private static Optional<Published> published(MetricPolicy.Group group, String name) {
        return group.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }
}
