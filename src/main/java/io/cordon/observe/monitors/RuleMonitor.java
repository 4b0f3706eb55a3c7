package io.cordon.observe.monitors;

import io.cordon.functions.RuleMetrics;
import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.events.IRule;

/** A rule of the default event bus: whether what it lets through arrives. */
public final class RuleMonitor implements Monitor {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();

    private final String title;
    private final KnownMetrics metrics;
    private final List<Signal> signals;
    private final List<Graph> graphs;

    /** Watches any rule, under the name of its place in the app, by what it could not deliver. */
    public RuleMonitor(IRule rule) {
        this.title = Labels.of(rule);
        this.metrics = KnownMetrics.of("AWS/Events", Map.of("RuleName", rule.getRuleName()));
        var failed = failed();
        this.signals = List.of(failed);
        this.graphs = List.of(deliveries(List.of(failed)));
    }

    /** Watches a rule that keeps what it cannot deliver among its dead letters. */
    public RuleMonitor(RuleMetrics rule) {
        this.title = Labels.of(rule.getRule());
        this.metrics =
                KnownMetrics.of("AWS/Events", Map.of("RuleName", rule.getRule().getRuleName()));
        var kept = kept(rule.metricDeadLetters());
        var lost = lost();
        this.signals = List.of(kept, lost);
        this.graphs = List.of(
                deliveries(List.of()),
                new Graph(Page.SECURITY, "dead letters", "messages", List.of(kept.metric()), List.of(kept)),
                new Graph(Page.SECURITY, "lost events", "events", List.of(lost.metric()), List.of(lost)));
    }

    @Override
    public String kind() {
        return "Rules";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return graphs;
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    private Graph deliveries(List<Signal> drawn) {
        var lines = List.of(metrics.metric("Invocations"), metrics.metric("FailedInvocations"));
        return new Graph(Page.OPERATIONS, "deliveries", "events", lines, drawn);
    }

    private Signal failed() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-undelivered")
                .metric(metrics.metric("FailedInvocations"))
                .atLeast(THRESHOLDS.deliveryFailures().value())
                .severity(Severity.CRITICAL)
                .unit("events")
                .means("The rule " + title + " could not deliver an event to its target.")
                .mend("See whether the target exists and lets EventBridge in, then send the event again."));
    }

    private Signal kept(IMetric messages) {
        return Signal.of(
                it -> it.name(Labels.slug(title) + "-dead-letters")
                        .metric(messages)
                        .atLeast(THRESHOLDS.deadLetters().value())
                        .severity(Severity.CRITICAL)
                        .page(Page.SECURITY)
                        .unit("messages")
                        .means("The rule " + title
                                + " could not deliver an event, and keeps it among its dead letters.")
                        .mend(
                                "Each message names the error; mend it and send the event on before what it tells of has expired."));
    }

    private Signal lost() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-lost-events")
                .metric(metrics.metric("InvocationsFailedToBeSentToDlq"))
                .atLeast(THRESHOLDS.deliveryFailures().value())
                .severity(Severity.CRITICAL)
                .page(Page.SECURITY)
                .unit("events")
                .means("The rule " + title + " could neither deliver an event nor keep it.")
                .mend("See whether queue and key let EventBridge in; then find the object and start its work anew."));
    }
}
