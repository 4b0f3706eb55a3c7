package io.cordon.runtime.jobs;

/** What exists of a job's document. */
@FunctionalInterface
public interface Documents {
    /** How far the document has come. */
    Trace of(JobId id);

    /** How far a document has come. */
    enum Trace {
        /** Neither the document nor an outcome is there. */
        NOTHING,
        /** The document is there, and no outcome yet. */
        DOCUMENT,
        /** The result is there. */
        RESULT,
        /** Only the account of a failure is there. */
        FAILURE
    }
}
