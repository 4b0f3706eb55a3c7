package io.cordon.runtime.cleanup;

import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.Clearance;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.Remains;
import io.cordon.runtime.owner.OwnJobs;
import java.time.Clock;

/**
 * Forgets a job. It is marked before anything is deleted: whoever processes it meanwhile deletes what it writes later,
 * and a document that still arrives by a living URL finds no job. Both steps can be repeated, so a call that broke off
 * is finished by the next one.
 */
record Cleanup(Clearance clearance, Remains remains, Clock clock) {
    Reply answer(Request request) {
        Job job = new OwnJobs(clearance, clock).named(request, OwnJobs.WRITE);
        clearance.clear(job.id());
        remains.delete(job.id());
        return Reply.noContent();
    }
}
