package io.cordon.observe.monitors;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * One reason to tell somebody: a metric, a threshold, who must know, and what they should do.
 *
 * <p>A metric of AWS that AWS does not publish with exactly these dimensions is refused here; any other must come from a
 * metric filter of the same app or from a function that is watched.
 */
public final class Signal implements Monitor {
    private final SignalBuilder told;

    Signal(SignalBuilder told) {
        this.told = told;
    }

    /**
     * Builds a signal: {@code Signal.of(it -> it.name("key-changes").metric(…).atLeast(1)…)}.
     *
     * @throws IllegalArgumentException listing every problem
     */
    public static Signal of(Consumer<SignalBuilder> told) {
        var builder = new SignalBuilder();
        told.accept(builder);
        return builder.build();
    }

    /** Returns its name, which ends the name of the alarm. */
    public String name() {
        return Objects.requireNonNull(told.name);
    }

    /** Returns what is measured. */
    public IMetric metric() {
        return Objects.requireNonNull(told.metric);
    }

    /** Returns the value at which it is raised. */
    public double threshold() {
        return Objects.requireNonNull(told.threshold);
    }

    /** Returns how the metric is compared with the threshold. */
    public ComparisonOperator comparison() {
        return told.comparison;
    }

    /** Returns who must be told. */
    public Severity severity() {
        return told.severity;
    }

    /** Returns the dashboard that shows it. */
    public Page page() {
        return told.page;
    }

    /** Returns how many periods in a row the metric must be beyond the threshold. */
    public int periods() {
        return told.periods;
    }

    /** Returns what silence means. */
    public TreatMissingData missingData() {
        return told.heartbeat ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING;
    }

    /** Returns what happened and what to do, as the alarm tells it. */
    public String description() {
        return told.means + " " + told.mend;
    }

    @Override
    public String kind() {
        return "Signals";
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public List<Graph> graphs() {
        return List.of(new Graph(page(), limit(), told.unit, List.of(metric()), List.of(this)));
    }

    @Override
    public List<Signal> signals() {
        return List.of(this);
    }

    /** What it means is said by the alarm: a sentence does not fit above a graph. */
    private String limit() {
        var value = BigDecimal.valueOf(threshold()).stripTrailingZeros().toPlainString();
        return "alarm " + (comparison() == ComparisonOperator.LESS_THAN_THRESHOLD ? "below " : "from ") + value;
    }
}
