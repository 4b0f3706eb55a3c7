package io.cordon.runtime.upload;

import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import java.time.Instant;
import java.util.Optional;

/** Where new jobs are admitted. */
public interface Intake {
    /** Writes the job, its place in the caller's quota and the key, all or nothing. */
    Admission open(Job job, Optional<RequestKey> key);

    /** Lets the document of an open job come until a later time. */
    void extend(JobId id, Instant uploadUntil);
}
