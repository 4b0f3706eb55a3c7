package io.cordon.runtime.jobs;

/** Hands out leave to upload. */
@FunctionalInterface
public interface Invitations {
    /** Leave to upload this document, and nothing else, for this job. */
    Invitation invite(JobId id, Document document);
}
