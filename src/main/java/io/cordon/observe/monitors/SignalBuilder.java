package io.cordon.observe.monitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** Collects what a {@link Signal} says, then checks all of it at once. */
public final class SignalBuilder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_DESCRIPTION = 700;
    private static final int LONGEST_WATCH_SECONDS = 7 * 86_400;

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
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Signal " + name + ": " + String.join("\n", problems));
        }
        return new Signal(this);
    }

    private List<String> problems() {
        var problems = new ArrayList<String>();
        if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            problems.add("name: " + name + "; at most " + LONGEST_NAME + " small letters, digits and hyphens; name what"
                    + " happened");
        }
        if (threshold == null || !Double.isFinite(threshold)) {
            problems.add("atLeast: " + threshold + "; a number in the metric's unit; give it or below(…)");
        }
        if (means.isBlank() || mend.isBlank() || (means + " " + mend).length() > LONGEST_DESCRIPTION) {
            problems.add("means, mend: " + (means + " " + mend).length() + " characters; a sentence each, together at"
                    + " most " + LONGEST_DESCRIPTION + "; say what happened and what to do");
        }
        if (metric == null) {
            problems.add("metric: none; an alarm needs one; give a metric that exists");
        } else {
            measured(Objects.requireNonNull(metric), problems);
        }
        return problems;
    }

    private void measured(IMetric measured, List<String> problems) {
        problems.addAll(KnownMetrics.problems(List.of(measured)));
        if (MetricIdentity.in(measured).isEmpty()) {
            problems.add("metric: a search; CloudWatch raises no alarm on one; name the metric and its dimensions");
        }
        var period = periodSeconds(measured);
        if (periods < 1 || period * periods > LONGEST_WATCH_SECONDS) {
            problems.add("periods: " + periods + "; at least 1, and together at most seven days; ask for fewer");
        }
    }

    private static long periodSeconds(IMetric measured) {
        var config = measured.toMetricConfig();
        var stat = config.getMetricStat();
        if (stat != null) {
            return stat.getPeriod().toSeconds().longValue();
        }
        var expression = config.getMathExpression();
        return expression == null ? 0 : expression.getPeriod().longValue();
    }
}
