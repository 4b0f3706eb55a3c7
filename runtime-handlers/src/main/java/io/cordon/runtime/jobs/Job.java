package io.cordon.runtime.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One document's way through the system; times are whole seconds. */
public record Job(JobId id, String owner, Document document, Instant createdAt, Instant uploadUntil) {
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
