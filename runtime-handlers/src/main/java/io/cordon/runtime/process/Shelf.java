package io.cordon.runtime.process;

import io.cordon.runtime.jobs.JobId;

/** Where outcomes are put for their owners. */
interface Shelf {
    /**
     * Keeps an outcome, unless there is one of its kind.
     *
     * @return whether this kept it
     */
    boolean keep(JobId id, Outcome outcome);

    /** Deletes every outcome of a job. */
    void discard(JobId id);
}
