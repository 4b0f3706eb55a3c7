package io.cordon.runtime.costs;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One call of a model, about to be made or made.
 *
 * @param id opaque, and never that of another call
 * @param at when it was booked, in whole milliseconds
 * @param owner the opaque id of whose document it reads
 * @param model the id of the model, as prices name it
 */
public record Call(String id, Instant at, String owner, String model) {
    /** Cuts the time to milliseconds. */
    public Call {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new one, with an id of 128 random bits. */
    public static Call by(String owner, String model, Instant now) {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id); // made for each use, as for a job's id: no snapshot may hold a generator
        return new Call(HexFormat.of().formatHex(id), now, owner, model);
    }

    @Override
    public String toString() {
        return "Call[" + id + "]";
    }
}
