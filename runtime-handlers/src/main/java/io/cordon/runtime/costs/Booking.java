package io.cordon.runtime.costs;

import java.util.Optional;

/**
 * An open booking.
 *
 * @param price what the model costs at this time; empty while nobody has priced it
 */
public record Booking(Call call, Optional<Price> price) {
    /** What the call comes to. */
    public Bill bill(Usage usage, Enum<?> kind, long milliseconds) {
        return new Bill(call, usage, kind, milliseconds, price.map(known -> known.of(usage)));
    }
}
