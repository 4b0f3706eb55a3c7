package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry;
import io.cordon.functions.RuntimeFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** A function of the manifest: thresholds come from its timeout and its reservation, graphs from what it emits. */
public final class FunctionMonitor implements Monitor {
    private final RuntimeFunction function;
    private final FunctionEntry entry;
    private final KnownMetrics wholeFunction;
    private final EmittedMetrics emitted;
    private final List<Arrivals> arrivals;
    private final List<Signal> errors;
    private final List<Signal> keysUnavailable;
    private final List<Signal> throttles;
    private final Signal duration;
    private final List<Signal> concurrency;
    private final Signal deadLetters;
    private final List<Graph> graphs;

    /** Watches {@code function}. */
    public FunctionMonitor(RuntimeFunction function) {
        this.function = function;
        this.entry = function.getEntry();
        // A reservation is for the function, whichever alias is called.
        this.wholeFunction = KnownMetrics.of(
                "AWS/Lambda", Map.of("FunctionName", function.getFunction().getFunctionName()));
        this.emitted = new EmittedMetrics(function);
        var signals = new FunctionSignals(function, wholeFunction);
        this.arrivals = Arrivals.start(entry) ? List.of(new Arrivals(function, wholeFunction)) : List.of();
        this.errors = arrivals.isEmpty()
                ? signals.errors().stream().toList()
                : List.of(arrivals.get(0).failedTries());
        this.keysUnavailable = signals.keysUnavailable(emitted).stream().toList();
        this.throttles = signals.throttles().stream().toList();
        this.duration = signals.duration();
        this.concurrency = signals.concurrency();
        this.deadLetters = signals.deadLetters();
        this.graphs = drawn();
    }

    @Override
    public String kind() {
        return "Functions";
    }

    @Override
    public String title() {
        return entry.name();
    }

    /** Returns the metrics that the function itself emits, as the manifest declares them. */
    public List<MetricIdentity> declared() {
        return emitted.identities();
    }

    @Override
    public List<Graph> graphs() {
        return graphs;
    }

    @Override
    public List<Signal> signals() {
        var ofArrivals = arrivals.stream().flatMap(it -> it.signals().stream()).toList();
        return Stream.of(
                        errors,
                        keysUnavailable,
                        throttles,
                        List.of(duration),
                        concurrency,
                        List.of(deadLetters),
                        ofArrivals)
                .flatMap(List::stream)
                .toList();
    }

    private Metric durationAs(String statistic) {
        return function.metricDuration(
                MetricOptions.builder().statistic(statistic).label(statistic).build());
    }

    private List<Graph> drawn() {
        var calls = List.of(function.metricInvocations(), function.metricErrors(), function.metricThrottles());
        var durations = List.of(durationAs("p50"), durationAs("p99"), durationAs("Maximum"));
        var graphs = new ArrayList<>(List.of(
                new Graph(Page.OPERATIONS, "calls", "calls", calls, errors),
                new Graph(Page.OPERATIONS, "duration", "milliseconds", durations, List.of(duration)),
                new Graph(
                        Page.OPERATIONS,
                        "concurrency",
                        "executions",
                        List.of(wholeFunction.metric("ConcurrentExecutions")),
                        concurrency),
                new Graph(
                        Page.SECURITY,
                        "dead letters",
                        "messages",
                        List.of(function.metricDeadLetters()),
                        List.of(deadLetters))));
        keysUnavailable.forEach(signal -> graphs.add(
                new Graph(Page.SECURITY, "keys unavailable", "requests", List.of(signal.metric()), List.of(signal))));
        arrivals.forEach(it -> graphs.addAll(it.graphs()));
        graphs.addAll(new EmittedGraphs(entry, emitted).all());
        return graphs;
    }
}
