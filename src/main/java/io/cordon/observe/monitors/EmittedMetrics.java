package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry;
import io.cordon.functions.FunctionEntry.EmittedMetric;
import io.cordon.functions.RuntimeFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** What a function emits itself, with exactly the sets of dimensions that the manifest declares. */
public final class EmittedMetrics {
    private static final String NAMESPACE = "POWERTOOLS_METRICS_NAMESPACE";

    /** The dimensions whose value the deployment knows, and the variable that holds it. */
    private static final Map<String, String> VALUES = Map.of("Service", "POWERTOOLS_SERVICE_NAME");

    private final FunctionEntry entry;
    private final FunctionVariables variables;

    /** Reads what the manifest declares of {@code function}. */
    public EmittedMetrics(RuntimeFunction function) {
        this.entry = function.getEntry();
        this.variables = new FunctionVariables(function);
    }

    /**
     * Returns the sum of five minutes, over the whole function.
     *
     * @throws IllegalArgumentException if the manifest declares no such metric of the whole function
     */
    public Metric sum(String name) {
        return whole(name, "Sum");
    }

    /**
     * Returns how often the metric was emitted within five minutes, over the whole function.
     *
     * @throws IllegalArgumentException if the manifest declares no such metric of the whole function
     */
    public Metric count(String name) {
        return whole(name, "SampleCount");
    }

    /**
     * Returns what nineteen of twenty stay below within five minutes, over the whole function.
     *
     * @throws IllegalArgumentException if the manifest declares no such metric of the whole function
     */
    public Metric p95(String name) {
        return whole(name, "p95");
    }

    /**
     * Returns the sum of {@code period} in dollars, over the whole function, of a metric in millionths of a dollar.
     *
     * @throws IllegalArgumentException if the manifest declares no such metric of the whole function
     */
    public MathExpression dollars(String name, Duration period) {
        return Measure.dollars(sum(name), period, "US dollars");
    }

    boolean declares(String name) {
        return declared(name).isPresent();
    }

    List<MetricIdentity> identities() {
        return entry.metrics().stream()
                .flatMap(metric ->
                        metric.dimensions().stream().map(set -> new MetricIdentity(namespace(), metric.name(), set)))
                .toList();
    }

    /** The sets of dimensions whose values are all known here. */
    static List<List<String>> known(EmittedMetric metric) {
        return metric.dimensions().stream()
                .filter(set -> VALUES.keySet().containsAll(set))
                .toList();
    }

    /** The sets with a dimension whose values only the running function knows. */
    static List<List<String>> unknown(EmittedMetric metric) {
        return metric.dimensions().stream()
                .filter(set -> !VALUES.keySet().containsAll(set))
                .toList();
    }

    /** The dimensions among {@code set} whose values only the running function knows. */
    static List<String> divisors(List<String> set) {
        return set.stream().filter(name -> !VALUES.containsKey(name)).toList();
    }

    Metric exact(EmittedMetric metric, List<String> set, String statistic) {
        Map<String, String> values = new TreeMap<>();
        set.forEach(name -> values.put(name, value(name)));
        return Metric.Builder.create()
                .namespace(namespace())
                .metricName(metric.name())
                .dimensionsMap(values)
                .statistic(statistic)
                .period(Duration.minutes(5))
                .build();
    }

    /**
     * One line for each value there is. A schema finds metrics with just these dimensions; quotes make a name exact, and
     * are a must around a namespace with a slash or a hyphen.
     */
    MathExpression searched(EmittedMetric metric, List<String> set, String statistic, Duration period) {
        var known = set.stream()
                .filter(VALUES::containsKey)
                .map(name -> " " + name + "=\"" + value(name) + "\"")
                .collect(Collectors.joining());
        return MathExpression.Builder.create()
                .expression("SEARCH('{\"" + namespace() + "\"," + String.join(",", set) + "} MetricName=\""
                        + metric.name() + "\"" + known + "', '" + statistic + "', " + period.toSeconds() + ")")
                .usingMetrics(Map.of())
                .period(period)
                .label(divisors(set).stream()
                        .map(name -> "${PROP('Dim." + name + "')}")
                        .collect(Collectors.joining(" ")))
                .build();
    }

    private Metric whole(String name, String statistic) {
        var metric = declared(name)
                .orElseThrow(() -> new IllegalArgumentException("metric: " + name + "; the function " + entry.name()
                        + " declares no such metric of its whole; it has "
                        + entry.metrics().stream().map(EmittedMetric::name).toList()));
        return exact(metric, known(metric).get(0), statistic);
    }

    private Optional<EmittedMetric> declared(String name) {
        return entry.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .filter(metric -> !known(metric).isEmpty())
                .findFirst();
    }

    private String namespace() {
        return variables.text(NAMESPACE);
    }

    private String value(String dimension) {
        return variables.text(Objects.requireNonNull(VALUES.get(dimension)));
    }
}
