package io.cordon.runtime.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One document's way through the system; times are whole seconds.
 *
 * @param correlationId of the request that opened it: each line that any function logs about the job names it
 */
public record Job(
        JobId id, String owner, Document document, Instant createdAt, Instant uploadUntil, String correlationId) {
    /** Cuts the times to whole seconds. */
    public Job {
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        uploadUntil = uploadUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String toString() {
        return "Job[" + id.value() + "]";
    }
}
