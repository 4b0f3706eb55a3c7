package io.cordon.policies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * What in a trail's log is worth a number: {@code policies/trail-signals.json}.
 *
 * @param signals one metric each
 */
public record TrailSignalPolicy(List<TrailSignal> signals) {
    private static final TrailSignalPolicy CURRENT = PolicyFile.read("trail-signals.json", TrailSignalPolicy.class);

    /** The events that a trail must record for a signal. */
    public enum Records {
        /** Calls that change or read settings. */
        @JsonProperty("management")
        MANAGEMENT,
        /** Calls that read or write what a store holds. */
        @JsonProperty("data")
        DATA
    }

    /**
     * One signal.
     *
     * @param name the metric's name
     * @param records the events that a trail must record for it
     * @param pattern a CloudWatch Logs filter pattern
     * @param threshold the number of events in five minutes from which an alarm is raised
     * @param advice what to do then, as a sentence
     * @param why the reason for this pattern and threshold
     * @param source where it is documented
     * @param checked when somebody last looked there
     */
    public record TrailSignal(
            String name,
            Records records,
            String pattern,
            int threshold,
            String advice,
            String why,
            String source,
            LocalDate checked) {}

    /**
     * Returns one signal.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TrailSignal signal(String name) {
        return signals.stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signal: " + name + " is not in trail-signals.json"));
    }

    /** Returns the policy on the class path. */
    public static TrailSignalPolicy current() {
        return CURRENT;
    }
}
