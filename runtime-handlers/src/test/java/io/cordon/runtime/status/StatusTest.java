package io.cordon.runtime.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    private static final Lambda UPLOAD = Lambda.upload();
    private static final Lambda STATUS = Lambda.status();

    private final String caller = Event.somebody();
    private final Answer opened = UPLOAD.answer(Event.upload(caller));
    private final String jobId = opened.jobId();

    @Test
    void awaitsTheUploadAtFirst() {
        Answer answer = STATUS.answer(Event.status(caller, jobId));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly("jobId", "status", "createdAt", "uploadUntil");
        assertThat(answer.jobId()).isEqualTo(jobId);
        assertThat(answer.body().get("uploadUntil")).isEqualTo(opened.body().at("/upload/expiresAt"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertStatus(answer, "awaiting-upload");
    }

    @Test
    void isProcessingOnceTheDocumentHasArrivedAndSaysWhenToAskAgain() {
        Bucket.put("incoming/" + jobId);

        Answer answer = STATUS.answer(Event.status(caller, jobId));
        assertStatus(answer, "processing");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void isCompletedOnceThereIsAResult() {
        Bucket.put("incoming/" + jobId);
        Bucket.put("outgoing/" + jobId + "/result.json");

        assertStatus(STATUS.answer(Event.status(caller, jobId)), "completed");
    }

    @Test
    void isFailedOnceThereIsAFailure() {
        Bucket.put("outgoing/" + jobId + "/failure.json");

        assertStatus(STATUS.answer(Event.status(caller, jobId)), "failed");
    }

    @Test
    void isExpiredWhenNothingWasUploadedInTime() {
        assertStatus(in(Duration.ofMinutes(6)).answer(Event.status(caller, jobId)), "expired");
    }

    @Test
    void doesNotTakeTheDocumentOfALongerNameForItsOwn() {
        Bucket.put("incoming/" + jobId + "x");

        assertStatus(STATUS.answer(Event.status(caller, jobId)), "awaiting-upload");
    }

    @Test
    void looksTheSameForEveryJobThatIsNotTheCallersOwn() {
        Answer unknown = STATUS.answer(Event.status(caller, "a".repeat(32)));
        Answer somebodyElses = STATUS.answer(Event.status(Event.somebody(), jobId));
        Answer over = in(Duration.ofDays(4).plusMinutes(6)).answer(Event.status(caller, jobId));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(somebodyElses).isEqualTo(unknown);
        assertThat(over).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A",
                "../x",
                "%00",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "00000000000000000000000000000000"
            })
    void takesAnIllFormedIdForAnUnknownOne(String id) {
        assertThat(STATUS.answer(Event.status(caller, id)))
                .isEqualTo(STATUS.answer(Event.status(caller, "a".repeat(32))));
    }

    @Test
    void refusesACallerWhoMayNotRead() {
        assertThat(STATUS.answer(Event.status(caller, jobId).byNobody()).status())
                .isEqualTo(401);
        assertThat(STATUS.answer(Event.status(caller, jobId).by(caller, "documents:write"))
                        .status())
                .isEqualTo(403);
    }

    private static void assertStatus(Answer answer, String status) {
        assertThat(answer.body().get("status").asText()).isEqualTo(status);
    }

    /** The function, so much later. */
    private static Lambda in(Duration later) {
        return Lambda.running(
                "status",
                new StatusHandler(
                        "status",
                        Origins.of(List.of()),
                        new Status(
                                new DynamoDbJobs(LocalAws.DYNAMODB, LocalAws.TABLE),
                                new S3Documents(LocalAws.S3, LocalAws.BUCKET),
                                Clock.offset(Clock.system(ZoneOffset.UTC), later))));
    }
}
