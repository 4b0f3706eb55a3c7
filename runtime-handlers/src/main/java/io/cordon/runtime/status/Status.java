package io.cordon.runtime.status;

import io.cordon.runtime.http.Caller;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.Documents;
import io.cordon.runtime.jobs.Documents.Trace;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the owner of a job how far it has come, and everybody else that there is no such job. */
record Status(Jobs jobs, Documents documents, Clock clock) {
    static final String SCOPE = "documents:read";

    Reply answer(Request request) {
        Caller caller = request.caller().holding(SCOPE);
        Instant now = clock.instant();
        Job job = JobId.parse(request.path("jobId"))
                .flatMap(id -> jobs.find(id, now))
                .filter(found -> found.owner().equals(caller.subject()))
                .orElseThrow(() -> new Refusal(
                        new Problem(404, "no-such-job", "No such job", "There is no such job, or it is over.")));
        return reply(job, documents.of(job.id()), now);
    }

    private static Reply reply(Job job, Trace trace, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jobId", job.id().value());
        body.put("status", word(job, trace, now));
        body.put("createdAt", job.createdAt().toString());
        body.put("uploadUntil", job.uploadUntil().toString());
        return new Reply(200, trace == Trace.DOCUMENT ? Map.of("Retry-After", "2") : Map.of(), body);
    }

    private static String word(Job job, Trace trace, Instant now) {
        return switch (trace) {
            case RESULT -> "completed";
            case FAILURE -> "failed";
            case DOCUMENT -> "processing";
            case NOTHING -> now.isAfter(job.uploadUntil()) ? "expired" : "awaiting-upload";
        };
    }
}
