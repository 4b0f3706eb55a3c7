package io.cordon.runtime.upload;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.JobId;

/** Hands out leave to upload. */
@FunctionalInterface
public interface Invitations {
    /** Leave to upload this document, and nothing else, for this job. */
    Invitation invite(JobId id, Document document);
}
