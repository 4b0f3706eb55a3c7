package io.cordon.observe.monitors;

import io.cordon.compliance.DataClass;
import io.cordon.functions.FunctionEntry;
import io.cordon.functions.FunctionEntry.EmittedMetric;
import io.cordon.functions.FunctionEntry.Event.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What a function emits itself, hour by hour: each group of the manifest as a whole, then by its parts. */
final class EmittedGraphs {
    private static final Duration HOUR = Duration.hours(1);
    private static final String UNGROUPED = "what it counts";

    private final FunctionEntry entry;
    private final EmittedMetrics emitted;
    private final Page page;

    EmittedGraphs(FunctionEntry entry, EmittedMetrics emitted) {
        this.entry = entry;
        this.emitted = emitted;
        this.page = isGuard() ? Page.SECURITY : Page.EXECUTIVE;
    }

    List<Graph> all() {
        var groups = entry.metrics().stream()
                .collect(Collectors.groupingBy(EmittedMetric::group, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().flatMap(this::ofGroup).toList();
    }

    /** Who was let in and what an audit found belongs to security; what others count says what the system is used for. */
    private boolean isGuard() {
        return entry.dataClass() == DataClass.AUDIT
                || entry.events().stream().anyMatch(event -> event.kind() == Kind.AUTHORIZER);
    }

    private Stream<Graph> ofGroup(List<EmittedMetric> group) {
        var counted = group.stream()
                .filter(metric -> Measure.of(metric) == Measure.COUNT)
                .collect(Collectors.groupingBy(EmittedMetric::unit, LinkedHashMap::new, Collectors.toList()));
        var measured = group.stream().filter(metric -> Measure.of(metric) != Measure.COUNT);
        var parts = group.stream()
                .flatMap(metric -> EmittedMetrics.unknown(metric).stream().map(set -> byParts(metric, set)));
        return Stream.of(counted.values().stream().map(this::together), measured.map(this::alone), parts)
                .flatMap(graphs -> graphs)
                .filter(graph -> !graph.metrics().isEmpty());
    }

    private Graph together(List<EmittedMetric> metrics) {
        var first = metrics.get(0);
        var lines = metrics.stream()
                .flatMap(metric -> lines(metric, "Sum", Measure.words(metric)))
                .toList();
        return graph(first, first.group().isEmpty() ? UNGROUPED : first.group(), lines);
    }

    private Graph alone(EmittedMetric metric) {
        var lines = Measure.of(metric).statistics().stream()
                .flatMap(statistic -> lines(metric, statistic, statistic))
                .toList();
        return graph(metric, Measure.words(metric), lines);
    }

    private Graph byParts(EmittedMetric metric, List<String> set) {
        var measure = Measure.of(metric);
        var divisors = String.join(" and ", EmittedMetrics.divisors(set)).toLowerCase(Locale.ROOT);
        var found = emitted.searched(metric, set, measure.statisticOfParts(), HOUR);
        var title = Measure.words(metric) + " by " + divisors + (measure == Measure.TIME ? ", p95" : "");
        var graph = graph(metric, title, List.of(measure.drawn(found, HOUR, "US dollars")));
        return measure == Measure.TIME ? graph : graph.ofParts();
    }

    private Stream<IMetric> lines(EmittedMetric metric, String statistic, String label) {
        var hourly = MetricOptions.builder().period(HOUR).label(label).build();
        return EmittedMetrics.known(metric).stream()
                .map(set -> emitted.exact(metric, set, statistic).with(hourly))
                .map(line -> Measure.of(metric).drawn(line, HOUR, Measure.words(metric)));
    }

    private Graph graph(EmittedMetric metric, String title, List<IMetric> lines) {
        return new Graph(page, title, Measure.of(metric).axis(metric), lines).in(metric.group());
    }
}
