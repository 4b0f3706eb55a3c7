package io.cordon.runtime.jobs;

/** The jobs that can be cleared, again too if they were before. */
public interface Clearance extends Jobs {
    /** Marks the job: from now on nobody but its owner, who may clear it again, finds it. */
    void clear(JobId id);
}
