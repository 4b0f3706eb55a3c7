package io.cordon.runtime.result;

import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.Jobs;
import io.cordon.runtime.jobs.Outcomes;
import io.cordon.runtime.owner.OwnJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the owner of a job what was found in its document, or why there is nothing to tell. */
record Result(Jobs jobs, Outcomes outcomes, Clock clock) {
    /** As the status of a job that is being processed advises. */
    private static final Duration SOON = Duration.ofSeconds(2);
    /** A person has to do something first. */
    private static final Duration LATER = Duration.ofSeconds(10);

    Reply answer(Request request) {
        Job job = new OwnJobs(jobs, clock).named(request, OwnJobs.READ);
        return switch (outcomes.of(job.id())) {
            case RESULT -> found(job);
            case FAILURE -> throw failed(job);
            case DOCUMENT -> throw notReady("not-ready", "The document is being processed.", SOON);
            case NOTHING -> throw nothing(job);
        };
    }

    private Reply found(Job job) {
        byte[] result = outcomes.result(job.id()).orElseThrow(OwnJobs::noSuchJob);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jobId", job.id().value());
        Outcome.answer(result).properties().forEach(field -> body.putIfAbsent(field.getKey(), field.getValue()));
        return new Reply(200, Map.of(), body);
    }

    private Refusal failed(Job job) {
        byte[] failure = outcomes.failure(job.id()).orElseThrow(OwnJobs::noSuchJob);
        Optional<FailureCause> cause = Outcome.cause(failure);
        String detail = cause.map(FailureCause::sentence).orElse("The document could not be processed.");
        return new Refusal(new Problem(409, "job-failed", "Failed", detail)
                .because(cause.map(FailureCause::name).orElse("UNKNOWN")));
    }

    private Refusal nothing(Job job) {
        return clock.instant().isAfter(job.uploadUntil())
                ? new Refusal(new Problem(
                        410,
                        "expired",
                        "Expired",
                        "Nothing is left of this job: no document came in time, or its time is over."))
                : notReady("not-uploaded", "No document has been uploaded yet.", LATER);
    }

    private static Refusal notReady(String kind, String detail, Duration retryAfter) {
        return new Refusal(new Problem(409, kind, "Not ready", detail), retryAfter);
    }
}
