package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatedUploadTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:34:56Z");

    private final Lambda upload = Lambda.upload();
    private final String caller = Event.somebody();

    @Test
    void givesTheSameJobForTheSameKey() {
        Answer first = upload.answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Answer again = upload.answer(Event.upload(caller).header("idempotency-key", "once"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.jobId()).isEqualTo(first.jobId());
        assertThat(again.body().at("/upload/url").textValue()).contains("/incoming/" + first.jobId());
        assertThat(Items.countOf(caller)).isEqualTo(1);
    }

    @Test
    void keepsOnlyADigestOfTheKey() {
        upload.answer(Event.upload(caller).header("Idempotency-Key", "my-own-key"));

        assertThat(Items.ofCaller(caller, "KEY#")).hasSize(1);
        assertThat(Items.ofCaller(caller, "KEY#").toString()).doesNotContain("my-own-key");
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        upload.answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Answer other = upload.answer(Event.upload(caller, "{\"contentType\":\"text/plain\",\"contentLength\":11}")
                .header("Idempotency-Key", "once"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(Items.jobsOf(caller)).hasSize(1);
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        Answer mine = upload.answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Answer theirs = upload.answer(Event.upload(Event.somebody()).header("Idempotency-Key", "once"));

        assertThat(theirs.jobId()).isNotEqualTo(mine.jobId());
    }

    @Test
    void forgetsAKeyAfterADayEvenIfDynamoDbHasNotDeletedItYet() {
        Answer first = TimedUpload.upload(NOON, 9).answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Answer nextDay = TimedUpload.upload(NOON.plus(Duration.ofHours(24)), 9)
                .answer(Event.upload(caller).header("Idempotency-Key", "once"));

        assertThat(nextDay.status()).isEqualTo(202);
        assertThat(nextDay.jobId()).isNotEqualTo(first.jobId());
    }

    @Test
    void keepsAJobLongerWhenItHandsOutAFreshUrl() {
        TimedUpload.upload(NOON, 9).answer(Event.upload(caller).header("Idempotency-Key", "once"));
        TimedUpload.upload(NOON.plusSeconds(600), 9).answer(Event.upload(caller).header("Idempotency-Key", "once"));

        assertThat(Items.jobsOf(caller).get(0).get("uploadUntil")).isEqualTo("2026-11-21T12:49:56Z");
    }

    @Test
    void answersARepeatedRequestWhenTheQuotaIsSpent() {
        Answer first = TimedUpload.upload(NOON, 1).answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Answer again = TimedUpload.upload(NOON, 1).answer(Event.upload(caller).header("Idempotency-Key", "once"));

        assertThat(again.jobId()).isEqualTo(first.jobId());
    }

    @Test
    void doesNotBringBackAJobThatWasCleared() {
        Answer first = upload.answer(Event.upload(caller).header("Idempotency-Key", "once"));
        Lambda.cleanup().answer(Event.cleanup(caller, first.jobId()));
        Answer again = upload.answer(Event.upload(caller).header("Idempotency-Key", "once"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(Items.jobsOf(caller)).hasSize(1);
    }
}
