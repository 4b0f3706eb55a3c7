package io.cordon.policies;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The day that ends are compared with: an input of the app like any other, so that the same input gives the same bytes. */
public final class AsOf {
    /** The context key, whose value is written {@code yyyy-MM-dd}. Default: today in UTC. */
    public static final String CONTEXT = "cordon:asOf";

    private AsOf() {}

    /**
     * Returns the day that the context states.
     *
     * @param given what the context has for {@value #CONTEXT}, if anything
     * @throws IllegalArgumentException if that is no date
     */
    public static LocalDate from(@Nullable Object given) {
        try {
            return given == null ? LocalDate.now(Clock.systemUTC()) : LocalDate.parse(Objects.toString(given));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    CONTEXT + ": not a date; must be yyyy-MM-dd, such as 2026-11-20; leave it out for today", e);
        }
    }
}
