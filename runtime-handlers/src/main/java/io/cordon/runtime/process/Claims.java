package io.cordon.runtime.process;

import io.cordon.runtime.jobs.JobId;

/** Who works on which job. */
interface Claims {
    /** Claims the job until the shift ends, unless another worker's claim still lasts. */
    Claim claim(JobId id, Shift shift);

    /**
     * Gives the claim back.
     *
     * @return whether somebody still wants the outcome; false once the job was cleared
     */
    boolean finish(JobId id, Shift shift);
}
