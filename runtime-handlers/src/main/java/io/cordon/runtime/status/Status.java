package io.cordon.runtime.status;

import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.Documents;
import io.cordon.runtime.jobs.Documents.Trace;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.Jobs;
import io.cordon.runtime.owner.OwnJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the owner of a job how far it has come, and everybody else that there is no such job. */
record Status(Jobs jobs, Documents documents, Clock clock) {
    Reply answer(Request request) {
        Job job = new OwnJobs(jobs, clock).named(request, OwnJobs.READ);
        return reply(job, documents.of(job.id()), clock.instant());
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
