package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry;
import io.cordon.functions.FunctionEntry.Event.Kind;
import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.LimitPolicy;
import io.cordon.policies.ThresholdPolicy;
import java.util.List;

/**
 * What is particular to a function that arriving objects start: Lambda queues the events and tries each again, so a
 * throttled call is a wait and one error is a try. People wait for what lies in that queue.
 */
final class Arrivals {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();

    private final RuntimeFunction function;
    private final FunctionEntry entry;
    private final KnownMetrics queue;
    private final Signal errors;
    private final Signal waiting;
    private final Signal lost;

    Arrivals(RuntimeFunction function, KnownMetrics queue) {
        this.function = function;
        this.entry = function.getEntry();
        this.queue = queue;
        this.errors = errors();
        this.waiting = waiting();
        this.lost = lost();
    }

    static boolean start(FunctionEntry entry) {
        return entry.events().stream().anyMatch(event -> event.kind() == Kind.OBJECT_CREATED);
    }

    Signal failedTries() {
        return errors;
    }

    List<Signal> signals() {
        return List.of(waiting, lost);
    }

    List<Graph> graphs() {
        var events = List.of(queue.metric("AsyncEventsReceived"), queue.metric("AsyncEventsDropped"));
        return List.of(
                new Graph(Page.OPERATIONS, "events", "events", events),
                new Graph(Page.OPERATIONS, "oldest event", "milliseconds", List.of(waiting.metric()), List.of(waiting)),
                new Graph(Page.SECURITY, "lost events", "events", List.of(lost.metric()), List.of(lost)));
    }

    /** As many as wake somebody elsewhere, and yet no more than a warning: what fails for good is a dead letter. */
    private Signal errors() {
        return Signal.of(it -> it.name(entry.name() + "-errors")
                .metric(function.metricErrors())
                .atLeast(THRESHOLDS.functionErrors().value())
                .means("The function " + entry.name() + " fails on many events, and tries each of them again.")
                .mend("Read its log for the error; what fails for good lies among the dead letters."));
    }

    /** Older than its tries alone can have made it: there was no room for it. Lambda gives up only after an hour. */
    private Signal waiting() {
        var retries = LimitPolicy.current().asyncRetries().value();
        var seconds =
                retries * entry.timeoutSeconds() + THRESHOLDS.retryWaitSeconds().value();
        return Signal.of(it -> it.name(entry.name() + "-waiting")
                .metric(queue.metric("AsyncEventAge"))
                .atLeast(seconds * 1000.0)
                .severity(Severity.PERFORMANCE)
                .unit("milliseconds")
                .means("An event waits for the function " + entry.name() + " longer than its tries can have taken.")
                .mend("See whether its reserved concurrency is in use; raise it within the account's budget."));
    }

    private Signal lost() {
        return Signal.of(it -> it.name(entry.name() + "-lost-events")
                .metric(queue.metric("DeadLetterErrors"))
                .atLeast(THRESHOLDS.deadLetters().value())
                .severity(Severity.CRITICAL)
                .page(Page.SECURITY)
                .unit("events")
                .means("An event of the function " + entry.name()
                        + " failed for good and is not among the dead letters.")
                .mend("See whether queue, key and role are as they were; upload what is still unread again."));
    }
}
