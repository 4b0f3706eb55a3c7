package io.cordon.runtime.platform;

/** Counts what happened. */
@FunctionalInterface
public interface Meter {
    /** Adds one. */
    void count(Metric metric);
}
