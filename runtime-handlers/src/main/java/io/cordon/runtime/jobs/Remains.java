package io.cordon.runtime.jobs;

/** All that was stored for a job beside the job itself. */
@FunctionalInterface
public interface Remains {
    /** Deletes the document and the outcome, every version of both; nothing there is fine, so it can be repeated. */
    void delete(JobId id);
}
