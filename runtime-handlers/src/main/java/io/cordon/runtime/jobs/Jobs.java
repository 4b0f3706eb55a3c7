package io.cordon.runtime.jobs;

import java.time.Instant;
import java.util.Optional;

/** The jobs that are remembered. */
@FunctionalInterface
public interface Jobs {
    /** The job, unless it is unknown or its time has passed. */
    Optional<Job> find(JobId id, Instant now);
}
