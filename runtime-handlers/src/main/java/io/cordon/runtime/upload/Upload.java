package io.cordon.runtime.upload;

import io.cordon.runtime.http.Caller;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Problem.Flaw;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.owner.OwnJobs;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens a job for a document and hands out leave to upload it. */
record Upload(Intake intake, Invitations invitations, Meter meter, Clock clock, long largest) {
    private static final String KEY = "Idempotency-Key";

    Reply answer(Request request) {
        try {
            return open(request);
        } catch (Refusal e) {
            meter.count(Metric.UPLOADS_REFUSED);
            throw e;
        }
    }

    private Reply open(Request request) {
        Caller caller = request.caller().holding(OwnJobs.WRITE);
        Optional<RequestKey> key = request.header(KEY).map(Upload::key);
        Document document = UploadRequest.read(request.json(), largest);
        JobId id = JobId.random();
        // Signed before it is written, so that the job knows exactly when its URL ends.
        Invitation invitation = invitations.invite(id, document);
        Instant now = clock.instant();
        Job job = new Job(id, caller.subject(), document, now, invitation.expiresAt(), request.correlationId());
        Admission admission = intake.open(job, key);
        return switch (admission.verdict()) {
            case OPENED -> opened(request, job, invitation);
            case SAME_AGAIN -> sameAgain(request, admission.job());
            case KEY_TAKEN -> throw keyTaken();
            case QUOTA_SPENT -> throw quotaSpent(now);
        };
    }

    private Reply opened(Request request, Job job, Invitation invitation) {
        request.about(job.correlationId());
        meter.count(Metric.UPLOADS_OPENED);
        return accepted(job.id(), invitation);
    }

    private Reply sameAgain(Request request, Job job) {
        request.about(job.correlationId());
        Invitation fresh = invitations.invite(job.id(), job.document());
        intake.extend(job.id(), fresh.expiresAt());
        return accepted(job.id(), fresh);
    }

    private static Reply accepted(JobId id, Invitation invitation) {
        Map<String, Object> upload = new LinkedHashMap<>();
        upload.put("method", "PUT");
        upload.put("url", invitation.url());
        upload.put("headers", invitation.headers());
        upload.put(
                "expiresAt",
                invitation.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jobId", id.value());
        body.put("upload", upload);
        return new Reply(202, Map.of("Location", "/api/v1/process/status/" + id.value()), body);
    }

    private static RequestKey key(String text) {
        return RequestKey.parse(text)
                .orElseThrow(() -> new Refusal(Problem.invalid(new Flaw(KEY, "is 1 to 128 visible ASCII characters"))));
    }

    private static Refusal keyTaken() {
        return new Refusal(new Problem(
                409, "key-taken", "Idempotency key taken", "Another request was sent with this " + KEY + " before."));
    }

    private static Refusal quotaSpent(Instant now) {
        Instant nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Duration wait = Duration.between(now, nextHour).plusSeconds(1);
        return new Refusal(
                new Problem(429, "quota-spent", "Too many uploads", "The uploads of this hour are used up."), wait);
    }
}
