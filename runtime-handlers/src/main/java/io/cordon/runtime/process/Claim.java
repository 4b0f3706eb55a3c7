package io.cordon.runtime.process;

import io.cordon.runtime.jobs.Job;
import java.util.Optional;

/**
 * How an invocation stands to a job.
 *
 * @param job what is known of it; always there if it is ours
 * @param tries how often the job was begun, this time included; 0 if it is not ours
 */
record Claim(Standing standing, Optional<Job> job, long tries) {
    enum Standing {
        /** No other invocation works on it before this one ends. */
        OURS,
        /** Another invocation works on it. */
        TAKEN,
        /** It is unknown, over, or cleared by its owner. */
        GONE
    }
}
