package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry;
import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** What raises an alarm about a function, from its timeout and its reservation. */
final class FunctionSignals {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();

    private final RuntimeFunction function;
    private final FunctionEntry entry;
    private final KnownMetrics wholeFunction;

    FunctionSignals(RuntimeFunction function, KnownMetrics wholeFunction) {
        this.function = function;
        this.entry = function.getEntry();
        this.wholeFunction = wholeFunction;
    }

    Signal errors() {
        return Signal.of(
                it -> it.name(entry.name() + "-errors")
                        .metric(function.metricErrors())
                        .atLeast(THRESHOLDS.functionErrors().value())
                        .severity(Severity.CRITICAL)
                        .means("The function " + entry.name() + " fails: exceptions or timeouts.")
                        .mend(
                                "Read its log for the last error and its traces for what it called; roll back if it was deployed."));
    }

    Signal throttles() {
        return Signal.of(it -> it.name(entry.name() + "-throttles")
                .metric(function.metricThrottles())
                .atLeast(THRESHOLDS.functionThrottles().value())
                .means("Calls of the function " + entry.name() + " were refused: its reserved concurrency was in use.")
                .mend("Find who calls so often; raise the reservation within the account's budget."));
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
                .mend("Find the cause in the log, then replay the queue before its messages expire."));
    }

    /** From the resource itself, so that it is what will be deployed. */
    private long reserved() {
        var resource = (CfnFunction)
                Objects.requireNonNull(function.getFunction().getNode().getDefaultChild());
        var reserved = resource.getReservedConcurrentExecutions();
        return reserved == null ? 0 : reserved.longValue();
    }
}
