package io.cordon.runtime.platform;

/** Counts what happened. */
@FunctionalInterface
public interface Meter {
    /** Adds one. */
    void count(Metric metric);

    /** Adds one, to the whole and to what happened for this cause: an enum, because each value is a metric of its own. */
    default void count(Metric metric, Enum<?> cause) {
        count(metric);
    }
}
