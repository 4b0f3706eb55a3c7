package io.cordon.runtime.platform;

/** Measures what happened. */
@FunctionalInterface
public interface Meter {
    /**
     * Adds a value to the whole and, where parts are named, to what they name together.
     *
     * @param value in the unit of the metric
     * @param parts in the order in which the manifest declares their dimensions
     */
    void add(Metric metric, long value, Part... parts);

    /** Adds one. */
    default void count(Metric metric, Part... parts) {
        add(metric, 1, parts);
    }

    /** Adds one, to the whole and to what happened for this cause. */
    default void count(Metric metric, Enum<?> cause) {
        count(metric, Part.cause(cause));
    }
}
