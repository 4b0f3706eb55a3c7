package io.cordon.systems.serenya;

import io.cordon.functions.RuntimeFunction;
import io.cordon.observe.monitors.EmittedMetrics;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import io.cordon.policies.ThresholdPolicy;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What must be heard of the reading of documents, and of what it costs: from what the function counts itself. */
final class ReadingSignals {
    private static final ThresholdPolicy THRESHOLDS = ThresholdPolicy.current();
    private static final Duration HOUR = Duration.hours(1);
    private static final Duration DAY = Duration.days(1);
    private static final String FAILED = "DocumentsFailed";
    private static final String LATENCY = "DocumentLatency";

    private final EmittedMetrics emitted;
    private final int timeoutSeconds;

    ReadingSignals(RuntimeFunction process) {
        this.emitted = new EmittedMetrics(process);
        this.timeoutSeconds = process.getEntry().timeoutSeconds();
    }

    Stream<Signal> all() {
        return Stream.of(
                documentsFailed(),
                documentsGivenUp(),
                mostDocumentsFailed(),
                documentsSlow(),
                modelTurnedAway(),
                callsUnsettled(),
                pricesMissing(),
                dailyCost());
    }

    private Signal documentsFailed() {
        return Signal.of(it -> it.name("documents-failed")
                .metric(during(HOUR, emitted.sum(FAILED)))
                .atLeast(THRESHOLDS.documentsFailed().value())
                .unit("documents an hour")
                .means("Many documents ended in a failure.")
                .mend("See on the executive page by which cause; then read the log for what changed."));
    }

    /** A rate would not show it on a quiet day. */
    private Signal documentsGivenUp() {
        return Signal.of(it -> it.name("documents-given-up")
                .metric(during(HOUR, emitted.sum("DocumentsGivenUp")))
                .atLeast(THRESHOLDS.documentsGivenUp().value())
                .severity(Severity.CRITICAL)
                .unit("documents an hour")
                .means("A good document was tried three times and given up: model, stores or code were at fault.")
                .mend("See on the executive page by which cause; of the model, whether the account has access to it."));
    }

    /** Both metrics have data whenever a document failed, so no outage can hide behind a missing one. */
    private Signal mostDocumentsFailed() {
        var few = THRESHOLDS.documentsJudged().value();
        var share = MathExpression.Builder.create()
                .expression("IF(ended >= " + few + ", 100 * failed / ended, 0)")
                .usingMetrics(new TreeMap<>(Map.of("failed", emitted.sum(FAILED), "ended", emitted.count(LATENCY))))
                .period(HOUR)
                .label("failed")
                .build();
        return Signal.of(it -> it.name("most-documents-failed")
                .metric(share)
                .atLeast(THRESHOLDS.documentsFailedPercent().value())
                .severity(Severity.CRITICAL)
                .unit("percent of an hour's documents")
                .means("Most documents ended in a failure, so it is not the documents.")
                .mend("See on the executive page by which cause, and whether model, table or bucket fail too."));
    }

    /** From the timeout of one try: what takes longer waited for room, or was tried again. */
    private Signal documentsSlow() {
        var limit = timeoutSeconds * 1000.0 * THRESHOLDS.timeoutPercent().value() / 100;
        return Signal.of(it -> it.name("documents-slow")
                .metric(emitted.p95(LATENCY))
                .atLeast(limit)
                .periods(THRESHOLDS.sustainedPeriods().value())
                .severity(Severity.PERFORMANCE)
                .unit("milliseconds")
                .means("One document in twenty takes nearly as long as one try may, or longer.")
                .mend("Compare the time of the model with the age of the oldest event: one of them grew."));
    }

    private Signal modelTurnedAway() {
        return Signal.of(
                it -> it.name("model-turned-away")
                        .metric(emitted.sum("ModelTurnedAway"))
                        .atLeast(THRESHOLDS.modelTurnedAway().value())
                        .unit("documents")
                        .means("The model turned documents away: it was throttled, unavailable or not allowed.")
                        .mend(
                                "See which by the graphs of the model; for a quota, ask for more or lower the concurrency of process."));
    }

    private Signal callsUnsettled() {
        return Signal.of(it -> it.name("calls-unsettled")
                .metric(during(DAY, emitted.sum("CallsUnsettled")))
                .atLeast(THRESHOLDS.callsUnsettled().value())
                .severity(Severity.COST)
                .unit("calls a day")
                .means("Calls of the model broke off, and may be on the bill without a record of what they cost.")
                .mend("Compare the tokens of the model with those of process; look why connections break."));
    }

    private Signal pricesMissing() {
        return Signal.of(it -> it.name("prices-missing")
                .metric(during(HOUR, emitted.sum("PricesMissing")))
                .atLeast(THRESHOLDS.pricesMissing().value())
                .severity(Severity.COST)
                .unit("calls an hour")
                .means("Calls were booked without an amount: the cost table has no price of their model.")
                .mend("Deploy the price list with this model; the booked tokens let the amounts be added."));
    }

    private Signal dailyCost() {
        return Signal.of(it -> it.name("daily-cost")
                .metric(emitted.dollars("CostMicroUsd", DAY))
                .atLeast(THRESHOLDS.dailyCostUsd().value())
                .severity(Severity.COST)
                .unit("US dollars a day")
                .means("The calls of the model cost more in a day than was planned.")
                .mend("See on the executive page which kind of document grew; lower the uploads an hour."));
    }

    private static IMetric during(Duration period, Metric metric) {
        return metric.with(MetricOptions.builder().period(period).build());
    }
}
