package io.cordon.runtime.process;

import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import java.util.List;

/** Where outcomes are kept for their owners. */
interface Outcomes {
    /**
     * Keeps an outcome, unless there is one of its kind.
     *
     * @return whether this kept it
     */
    boolean keep(JobId id, Outcome outcome);

    /** What the kept outcomes of a job say of their calls. */
    List<Bill> bills(Job job);

    /** Deletes every outcome of a job. */
    void discard(JobId id);
}
