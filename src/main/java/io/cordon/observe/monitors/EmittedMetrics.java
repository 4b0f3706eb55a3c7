package io.cordon.observe.monitors;

import io.cordon.compliance.DataClass;
import io.cordon.functions.FunctionEntry;
import io.cordon.functions.FunctionEntry.EmittedMetric;
import io.cordon.functions.FunctionEntry.Event;
import io.cordon.functions.FunctionEntry.Event.Kind;
import io.cordon.functions.RuntimeFunction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What a function emits itself, with exactly the sets of dimensions that the manifest declares. */
final class EmittedMetrics {
    private static final String NAMESPACE = "POWERTOOLS_METRICS_NAMESPACE";
    private static final Duration HOUR = Duration.hours(1);

    /** The dimensions whose value the deployment knows, and the variable that holds it. */
    private static final Map<String, String> VALUES = Map.of("Service", "POWERTOOLS_SERVICE_NAME");

    private final FunctionEntry entry;
    private final FunctionVariables variables;

    EmittedMetrics(RuntimeFunction function) {
        this.entry = function.getEntry();
        this.variables = new FunctionVariables(function);
    }

    List<MetricIdentity> identities() {
        return entry.metrics().stream()
                .flatMap(metric ->
                        metric.dimensions().stream().map(set -> new MetricIdentity(namespace(), metric.name(), set)))
                .toList();
    }

    /** Who was let in and what an audit found belongs to security; what others count says what the system is used for. */
    List<Graph> graphs() {
        var guards = entry.dataClass() == DataClass.AUDIT || entry.events().contains(new Event(Kind.AUTHORIZER));
        var page = guards ? Page.SECURITY : Page.EXECUTIVE;
        var byUnit = entry.metrics().stream()
                .collect(Collectors.groupingBy(EmittedMetric::unit, TreeMap::new, Collectors.toList()));
        var counted = byUnit.entrySet().stream()
                .map(unit -> new Graph(page, "what it counts", perHour(unit.getKey()), known(unit.getValue())))
                .filter(graph -> !graph.metrics().isEmpty());
        var divided = entry.metrics().stream()
                .flatMap(metric -> metric.dimensions().stream()
                        .filter(set -> !isKnown(set))
                        .map(set -> new Graph(
                                page, title(metric, set), perHour(metric.unit()), List.of(searched(metric, set)))));
        return Stream.concat(counted, divided).toList();
    }

    /** The sum of five minutes, for an alarm; empty if no set of dimensions is known here. */
    Optional<Metric> sum(String name) {
        return entry.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .flatMap(metric -> metric.dimensions().stream()
                        .filter(EmittedMetrics::isKnown)
                        .map(set -> exact(metric, set)))
                .findFirst()
                .map(metric -> metric.with(
                        MetricOptions.builder().period(Duration.minutes(5)).build()));
    }

    private List<IMetric> known(List<EmittedMetric> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.dimensions().stream()
                        .filter(EmittedMetrics::isKnown)
                        .<IMetric>map(set -> exact(metric, set)))
                .toList();
    }

    private static boolean isKnown(List<String> dimensions) {
        return VALUES.keySet().containsAll(dimensions);
    }

    private static String perHour(String unit) {
        return unit.toLowerCase(Locale.ROOT) + " an hour";
    }

    private static String title(EmittedMetric metric, List<String> dimensions) {
        return metric.name() + " by " + String.join(" and ", unknown(dimensions));
    }

    private static List<String> unknown(List<String> dimensions) {
        return dimensions.stream().filter(name -> !VALUES.containsKey(name)).toList();
    }

    private Metric exact(EmittedMetric metric, List<String> dimensions) {
        Map<String, String> values = new TreeMap<>();
        dimensions.forEach(name -> values.put(name, value(name)));
        return Metric.Builder.create()
                .namespace(namespace())
                .metricName(metric.name())
                .dimensionsMap(values)
                .statistic("Sum")
                .period(HOUR)
                .label(metric.name())
                .build();
    }

    /** A value that only the running function knows becomes one line for each value there is. */
    private MathExpression searched(EmittedMetric metric, List<String> dimensions) {
        var known = dimensions.stream()
                .filter(VALUES::containsKey)
                .map(name -> " " + name + "=\"" + value(name) + "\"")
                .collect(Collectors.joining());
        return MathExpression.Builder.create()
                .expression("SEARCH('{" + namespace() + "," + String.join(",", dimensions) + "} MetricName=\""
                        + metric.name() + "\"" + known + "', 'Sum', " + HOUR.toSeconds() + ")")
                .usingMetrics(Map.of())
                .period(HOUR)
                .label(unknown(dimensions).stream()
                        .map(name -> "${PROP('Dim." + name + "')}")
                        .collect(Collectors.joining(" ")))
                .build();
    }

    private String namespace() {
        return variables.text(NAMESPACE);
    }

    private String value(String dimension) {
        return variables.text(Objects.requireNonNull(VALUES.get(dimension)));
    }
}
