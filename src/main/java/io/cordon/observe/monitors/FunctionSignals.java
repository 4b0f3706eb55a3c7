package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry;
import io.cordon.functions.FunctionEntry.Event.Kind;
import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** What raises an alarm about a function, from its timeout and its reservation. */
final class FunctionSignals {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();
    private static final String KEYS_UNAVAILABLE = "KeysUnavailable";

    private final RuntimeFunction function;
    private final FunctionEntry entry;
    private final KnownMetrics wholeFunction;

    FunctionSignals(RuntimeFunction function, KnownMetrics wholeFunction) {
        this.function = function;
        this.entry = function.getEntry();
        this.wholeFunction = wholeFunction;
    }

    /**
     * None for an authorizer: it refuses a caller by an error, which is how API Gateway answers 401. Its outages are what
     * it declares as {@code KeysUnavailable}, and the failures of the API.
     */
    Optional<Signal> errors() {
        return isAuthorizer() ? Optional.empty() : Optional.of(isBackground() ? failedEvent() : failures());
    }

    /** For an authorizer that declares it. */
    Optional<Signal> keysUnavailable(EmittedMetrics emitted) {
        return isAuthorizer() && emitted.declares(KEYS_UNAVAILABLE)
                ? Optional.of(Signal.of(it -> it.name(entry.name() + "-keys-unavailable")
                        .metric(emitted.sum(KEYS_UNAVAILABLE))
                        .atLeast(THRESHOLDS.keysUnavailable().value())
                        .severity(Severity.CRITICAL)
                        .page(Page.SECURITY)
                        .means("The function " + entry.name() + " cannot get its keys, so it lets nobody in.")
                        .mend("See whether KMS answers, and whether keys, endpoint and policy are as they were.")))
                : Optional.empty();
    }

    /** None where only events start it: an event that finds no room waits and comes again, and nobody is refused. */
    Optional<Signal> throttles() {
        return isBackground()
                ? Optional.empty()
                : Optional.of(Signal.of(it -> it.name(entry.name() + "-throttles")
                        .metric(function.metricThrottles())
                        .atLeast(THRESHOLDS.functionThrottles().value())
                        .means("Calls of the function " + entry.name()
                                + " were refused: its reserved concurrency was in use.")
                        .mend("Find who calls so often; raise the reservation within the account's budget.")));
    }

    Signal duration() {
        var limit =
                entry.timeoutSeconds() * 1000.0 * THRESHOLDS.timeoutPercent().value() / 100;
        return Signal.of(it -> it.name(entry.name() + "-duration")
                .metric(function.metricDuration(
                        MetricOptions.builder().statistic("p99").build()))
                .atLeast(limit)
                .unit("milliseconds")
                .means("The function " + entry.name() + " comes near its timeout of " + entry.timeoutSeconds() + " s.")
                .mend("Look in its traces for the call that became slow before it times out."));
    }

    /** None for a reservation of one: such a function uses all of it whenever it runs. */
    List<Signal> concurrency() {
        var reserved = reserved();
        if (reserved <= 1) {
            return List.of();
        }
        var limit = Math.ceil(reserved * THRESHOLDS.concurrencyPercent().value() / 100.0);
        return List.of(Signal.of(it -> it.name(entry.name() + "-concurrency")
                .metric(wholeFunction.metric("ConcurrentExecutions"))
                .atLeast(limit)
                .periods(THRESHOLDS.sustainedPeriods().value())
                .severity(Severity.PERFORMANCE)
                .unit("executions")
                .means("The function " + entry.name() + " uses " + (long) limit + " of its " + reserved
                        + " reserved executions.")
                .mend("Raise the reservation within the account's budget before calls are refused.")));
    }

    Signal deadLetters() {
        return Signal.of(it -> it.name(entry.name() + "-dead-letters")
                .metric(function.metricDeadLetters())
                .atLeast(THRESHOLDS.deadLetters().value())
                .severity(Severity.CRITICAL)
                .page(Page.SECURITY)
                .unit("messages")
                .means("An event of the function " + entry.name() + " failed for good.")
                .mend("Find the cause in the log, then replay the queue before " + lasting() + "."));
    }

    /** What an arriving object's event is about is often gone long before its message. */
    private String lasting() {
        return Arrivals.start(entry) ? "the bucket's lifecycle deletes the objects" : "its messages expire";
    }

    private Signal failures() {
        return Signal.of(it -> it.name(entry.name() + "-errors")
                .metric(function.metricErrors())
                .atLeast(THRESHOLDS.functionErrors().value())
                .severity(Severity.CRITICAL)
                .means("The function " + entry.name() + " fails: exceptions or timeouts.")
                .mend("Read its log for the last error and its traces for what it called; roll back if it was"
                        + " deployed."));
    }

    /** Events are few, and each is tried three times: it would never fail as often as what people call. */
    private Signal failedEvent() {
        return Signal.of(it -> it.name(entry.name() + "-errors")
                .metric(function.metricErrors())
                .atLeast(THRESHOLDS.eventErrors().value())
                .means("The function " + entry.name() + " failed on an event, and is tried again.")
                .mend("Read its log for the error; if it fails for good, the event lies among the dead letters."));
    }

    private boolean isAuthorizer() {
        return entry.events().stream().anyMatch(event -> event.kind() == Kind.AUTHORIZER);
    }

    /** Whether only events start it: who sends one waits for no answer. */
    private boolean isBackground() {
        return entry.routes().isEmpty() && !entry.events().isEmpty() && !isAuthorizer();
    }

    /** From the resource itself, so that it is what will be deployed. */
    private long reserved() {
        var resource = (CfnFunction)
                Objects.requireNonNull(function.getFunction().getNode().getDefaultChild());
        var reserved = resource.getReservedConcurrentExecutions();
        return reserved == null ? 0 : reserved.longValue();
    }
}
