package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.Lambda;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:34:56Z");

    private final Lambda upload = Lambda.upload();
    private final String caller = Event.somebody();

    @Test
    void opensAJobAndSaysHowToUpload() {
        Answer answer = upload.answer(Event.upload(caller));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.jobId()).matches("[a-z2-7]{32}");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/process/status/" + answer.jobId());
        assertThat(answer.body().at("/upload/method").textValue()).isEqualTo("PUT");
        assertThat(answer.body().at("/upload/headers").toString())
                .isEqualTo("{\"Content-Type\":\"application/pdf\",\"Content-Length\":\"11\",\"If-None-Match\":\"*\"}");
        assertThat(Instant.parse(answer.body().at("/upload/expiresAt").textValue()))
                .isBetween(Instant.now().plusSeconds(290), Instant.now().plusSeconds(301));
    }

    @Test
    void forbidsCachesAndSniffing() {
        Answer answer = upload.answer(Event.upload(caller));

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void putsNothingAboutTheCallerIntoTheUrl() {
        Answer answer = upload.answer(Event.upload(caller));

        assertThat(answer.body().at("/upload/url").textValue())
                .contains("/incoming/" + answer.jobId() + "?")
                .doesNotContain(caller);
    }

    @Test
    void remembersAJobUntilItsDocumentIsGone() {
        Answer answer = upload.answer(Event.upload(caller));

        Item job = Items.jobsOf(caller).get(0);
        Instant until = Instant.parse(job.get("uploadUntil"));
        assertThat(job.get("PK")).isEqualTo("JOB#" + answer.jobId());
        assertThat(job.get("SK")).isEqualTo("JOB");
        assertThat(until).isEqualTo(answer.body().at("/upload/expiresAt").textValue());
        assertThat(job.get("ttl"))
                .isEqualTo(Long.toString(until.plus(Duration.ofDays(4)).getEpochSecond()));
    }

    @Test
    void countsTheJobsOfEachCallerByTheHour() {
        upload.answer(Event.upload(caller));
        upload.answer(Event.upload(caller));
        upload.answer(Event.upload(Event.somebody()));

        assertThat(Items.countOf(caller)).isEqualTo(2);
        assertThat(Items.ofCaller(caller, "UPLOADS#").get(0).get("SK")).matches("UPLOADS#\\d{4}-\\d\\d-\\d\\dT\\d\\d");
    }

    @Test
    void refusesMoreThanTheQuotaUntilTheNextHour() {
        TimedUpload.upload(NOON, 1).answer(Event.upload(caller));
        Answer refused = TimedUpload.upload(NOON, 1).answer(Event.upload(caller));
        Answer later = TimedUpload.upload(NOON.plusSeconds(1505), 1).answer(Event.upload(caller));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1505");
        assertThat(later.status()).isEqualTo(202);
    }
}
