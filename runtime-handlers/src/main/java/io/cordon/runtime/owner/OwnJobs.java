package io.cordon.runtime.owner;

import io.cordon.runtime.http.Caller;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.Jobs;
import java.time.Clock;

/** The jobs of whoever asks. One that is unknown, over or somebody else's cannot be told from one that never was. */
public record OwnJobs(Jobs jobs, Clock clock) {
    /** May open jobs and end them. */
    public static final String WRITE = "documents:write";
    /** May see how far jobs have come, and what came of them. */
    public static final String READ = "documents:read";

    /** The job that the path names as {@code jobId}, for a caller who owns it and holds the scope. */
    public Job named(Request request, String scope) {
        Caller caller = request.caller().holding(scope);
        Job job = JobId.parse(request.withoutBody().path("jobId"))
                .flatMap(id -> jobs.find(id, clock.instant()))
                .filter(found -> found.owner().equals(caller.subject()))
                .orElseThrow(OwnJobs::noSuchJob);
        request.about(job.correlationId());
        return job;
    }

    /** What is said of every job but the caller's own. */
    public static Refusal noSuchJob() {
        return new Refusal(new Problem(404, "no-such-job", "No such job", "There is no such job, or it is over."));
    }
}
