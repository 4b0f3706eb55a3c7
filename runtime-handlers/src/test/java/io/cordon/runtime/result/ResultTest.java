package io.cordon.runtime.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.jobs.S3Outcomes;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {
    private static final String FOUND = """
            {"schema":1,
             "call":{"id":"c-1","model":"CALL-SECRET","inputTokens":900,"kind":"lab_results"},
             "answer":{"outcome":"answered","kind":"lab_results","promptVersion":"document-v1",
                       "findings":[{"name":"HbA1c","value":41.5,"unit":"mmol/mol"}],"note":null}}
            """;
    private static final Lambda RESULT = Lambda.result();

    private final String caller = Event.somebody();
    private final String jobId = Lambda.upload().answer(Event.upload(caller)).jobId();

    @Test
    void tellsWhatWasFoundAndNothingOfTheCall() {
        outcome("result", FOUND);

        Answer answer = ask();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text())
                .isEqualTo("{\"jobId\":\"" + jobId + "\",\"outcome\":\"answered\",\"kind\":\"lab_results\","
                        + "\"promptVersion\":\"document-v1\","
                        + "\"findings\":[{\"name\":\"HbA1c\",\"value\":41.5,\"unit\":\"mmol/mol\"}],\"note\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "refused"})
    void takesADocumentThatWasDeclinedForAResult(String outcome) {
        outcome("result", FOUND.replace("answered", outcome));

        assertThat(ask().status()).isEqualTo(200);
        assertThat(ask().body().get("outcome").textValue()).isEqualTo(outcome);
    }

    @Test
    void namesTheJobThatWasAskedForWhateverTheAnswerSays() {
        outcome("result", "{\"schema\":1,\"answer\":{\"jobId\":\"another\"}}");

        assertThat(ask().jobId()).isEqualTo(jobId);
    }

    @Test
    void asksToComeBackWhileTheDocumentIsProcessed() {
        Bucket.put("incoming/" + jobId);

        assertProblem(ask(), 409, "not-ready");
        assertThat(ask().header("Retry-After")).isEqualTo("2");
    }

    @Test
    void asksToComeBackWhileNothingWasUploaded() {
        assertProblem(ask(), 409, "not-uploaded");
        assertThat(ask().header("Retry-After")).isEqualTo("10");
    }

    @Test
    void saysWhenNothingWillEverCome() {
        Answer answer = in(Duration.ofMinutes(6)).answer(Event.result(caller, jobId));

        assertProblem(answer, 410, "expired");
        assertThat(answer.body().get("detail").textValue())
                .isEqualTo("Nothing is left of this job: no document came in time, or its time is over.");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyThereIsNoResult(FailureCause cause) {
        outcome("failure", "{\"schema\":1,\"call\":{\"id\":\"CALL-SECRET\"},\"cause\":\"" + cause.name() + "\"}");

        Answer answer = ask();
        assertProblem(answer, 409, "job-failed");
        assertThat(answer.body().get("cause").textValue()).isEqualTo(cause.name());
        assertThat(answer.body().get("detail").textValue()).isEqualTo(cause.sentence());
        assertThat(answer.headers().has("Retry-After")).isFalse();
        assertThat(answer.text()).doesNotContain("CALL-SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":1,\"cause\":\"SECRET\"}", "{\"schema\":1,\"cause\":7}", "{\"schema\":1}"})
    void saysSoWithoutTheWordWhenItDoesNotKnowWhy(String failure) {
        outcome("failure", failure);

        assertProblem(ask(), 409, "job-failed");
        assertThat(ask().body().get("cause").textValue()).isEqualTo("UNKNOWN");
        assertThat(ask().text()).doesNotContain("SECRET");
    }

    @Test
    void looksTheSameForEveryJobThatIsNotTheCallersOwn() {
        outcome("result", FOUND);
        Answer unknown = RESULT.answer(Event.result(caller, "a".repeat(32)));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(RESULT.answer(Event.result(Event.somebody(), jobId))).isEqualTo(unknown);
        assertThat(in(Duration.ofDays(5)).answer(Event.result(caller, jobId))).isEqualTo(unknown);
        Lambda.cleanup().answer(Event.cleanup(caller, jobId));
        assertThat(ask()).isEqualTo(unknown);
    }

    private void outcome(String kind, String json) {
        Bucket.put("outgoing/" + jobId + "/" + kind + ".json", json);
    }

    private Answer ask() {
        return RESULT.answer(Event.result(caller, jobId));
    }

    private static void assertProblem(Answer answer, int status, String kind) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").textValue()).isEqualTo("urn:cordon:problem:" + kind);
    }

    /** The function, so much later. */
    private static Lambda in(Duration later) {
        Result result = new Result(
                new DynamoDbJobs(LocalAws.DYNAMODB, LocalAws.TABLE),
                new S3Outcomes(LocalAws.S3, LocalAws.BUCKET),
                Clock.offset(Clock.system(ZoneOffset.UTC), later));
        return Lambda.running("result", new ResultHandler("result", Origins.of(List.of()), result));
    }
}
