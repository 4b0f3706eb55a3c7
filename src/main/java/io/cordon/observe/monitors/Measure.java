package io.cordon.observe.monitors;

import io.cordon.functions.FunctionEntry.EmittedMetric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** How what a function emits is drawn. */
enum Measure {
    /** Added up; what is counted alike shares a graph. */
    COUNT("Sum"),
    /** Added up, in dollars. CloudWatch has no unit for money: its name says that it is some. */
    MONEY("Sum"),
    /** Never added up: what is usual, what one in twenty waits for, and the worst. */
    TIME("p50", "p95", "Maximum");

    private static final String MICRO_USD = "MicroUsd";
    private static final String IN_DOLLARS = "micro / 1000000";

    private final List<String> statistics;

    Measure(String... statistics) {
        this.statistics = List.of(statistics);
    }

    static Measure of(EmittedMetric metric) {
        if (metric.name().endsWith(MICRO_USD)) {
            return MONEY;
        }
        return metric.unit().equals("Milliseconds") ? TIME : COUNT;
    }

    /** The lines of the whole. */
    List<String> statistics() {
        return statistics;
    }

    /** The line of each part: for a time what one in twenty waits for, since its parts do not add up. */
    String statisticOfParts() {
        return this == TIME ? "p95" : "Sum";
    }

    /** The line itself, or what it is in dollars. CloudWatch puts the label before that of each line of a search. */
    IMetric drawn(IMetric line, Duration period, String label) {
        return this == MONEY ? dollars(line, period, label) : line;
    }

    /** A millionth of a dollar is what is counted, so that sums are exact; people read dollars. */
    static MathExpression dollars(IMetric microUsd, Duration period, String label) {
        return MathExpression.Builder.create()
                .expression(IN_DOLLARS)
                .usingMetrics(Map.of("micro", microUsd))
                .period(period)
                .label(label)
                .build();
    }

    /** {@code DocumentsFailed} is {@code documents failed}, and {@code CostMicroUsd} is {@code cost}. */
    static String words(EmittedMetric metric) {
        return metric.name()
                .replaceFirst(MICRO_USD + "$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** What the axis counts. */
    String axis(EmittedMetric metric) {
        return switch (this) {
            case MONEY -> "US dollars an hour";
            case TIME -> "milliseconds";
            case COUNT ->
                (metric.group().isEmpty() ? metric.unit().toLowerCase(Locale.ROOT) : metric.group()) + " an hour";
        };
    }
}
