package io.cordon.runtime.upload;

import io.cordon.runtime.jobs.Job;

/** The answer of the intake, and the job it is about. */
public record Admission(Verdict verdict, Job job) {
    /** What became of the wish to open a job. */
    public enum Verdict {
        /** The job is new. */
        OPENED,
        /** The same request came before under this key; the job is the one opened then. */
        SAME_AGAIN,
        /** Another request came before under this key. */
        KEY_TAKEN,
        /** The caller has opened as many jobs as one hour allows. */
        QUOTA_SPENT
    }
}
