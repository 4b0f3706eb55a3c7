package io.cordon.observe.monitors;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** Collects what a {@link Signal} says, then checks all of it at once. */
public final class SignalBuilder {
    @Nullable
    String name;

    @Nullable
    IMetric metric;

    @Nullable
    Double threshold;

    ComparisonOperator comparison = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    Severity severity = Severity.WARNING;
    Page page = Page.OPERATIONS;
    String unit = "count";
    String means = "";
    String mend = "";
    int periods = 1;
    boolean heartbeat = false;

    SignalBuilder() {}

    /** What it is called: small letters, digits and hyphens, at most 150; it ends the alarm's name. Required. */
    public SignalBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** What is measured; a metric that exists, or one calculated from such. Required. */
    public SignalBuilder metric(IMetric metric) {
        this.metric = metric;
        return this;
    }

    /** Raised when the metric reaches {@code value}, in the metric's unit. Required, or {@link #below}. */
    public SignalBuilder atLeast(double value) {
        this.threshold = value;
        this.comparison = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
        return this;
    }

    /** Raised when the metric is smaller than {@code value}, in the metric's unit. Required, or {@link #atLeast}. */
    public SignalBuilder below(double value) {
        this.threshold = value;
        this.comparison = ComparisonOperator.LESS_THAN_THRESHOLD;
        return this;
    }

    /** Who must be told. Default: {@code WARNING}. */
    public SignalBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    /** The dashboard that shows it. Default: {@code OPERATIONS}. */
    public SignalBuilder page(Page page) {
        this.page = page;
        return this;
    }

    /** What the axis counts. Default: {@code count}. */
    public SignalBuilder unit(String unit) {
        this.unit = unit;
        return this;
    }

    /** What happened, as one sentence without names of people. Required. */
    public SignalBuilder means(String sentence) {
        this.means = sentence;
        return this;
    }

    /** What to do, as one sentence. Required. */
    public SignalBuilder mend(String sentence) {
        this.mend = sentence;
        return this;
    }

    /** How many periods of the metric in a row must be beyond the threshold; at least 1. Default: 1. */
    public SignalBuilder periods(int periods) {
        this.periods = periods;
        return this;
    }

    /** Whether silence is the alarm: something that always happens did not. Default: {@code false}. */
    public SignalBuilder heartbeat(boolean heartbeat) {
        this.heartbeat = heartbeat;
        return this;
    }

    Signal build() {
        var problems = new SignalProblems(this).all();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Signal " + name + ": " + String.join("\n", problems));
        }
        return new Signal(this);
    }
}
