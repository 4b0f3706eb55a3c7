package io.cordon.runtime.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbClearance;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Remains;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    private static final Lambda CLEANUP = Lambda.cleanup();

    private final String caller = Event.somebody();
    private final String jobId = Lambda.upload().answer(Event.upload(caller)).jobId();

    @Test
    void deletesEveryVersionAndEveryMarker() {
        fill();

        assertThat(CLEANUP.answer(Event.cleanup(caller, jobId)).status()).isEqualTo(204);
        assertThat(left()).isEmpty();
    }

    @Test
    void answersWithoutABody() {
        Answer answer = CLEANUP.answer(Event.cleanup(caller, jobId));

        assertThat(answer.text()).isEmpty();
        assertThat(answer.headers().has("Content-Type")).isFalse();
    }

    @Test
    void leavesEverythingOfOtherJobs() {
        fill();
        Bucket.put("incoming/" + jobId + "x");
        Bucket.put("outgoing/" + jobId + "x/result.json");
        Bucket.put("other/" + jobId);

        CLEANUP.answer(Event.cleanup(caller, jobId));

        assertThat(left()).hasSize(2);
        assertThat(Bucket.versions("other/" + jobId)).hasSize(1);
    }

    @Test
    void letsTheJobBeGoneForEverybody() {
        fill();
        CLEANUP.answer(Event.cleanup(caller, jobId));

        assertThat(Lambda.status().answer(Event.status(caller, jobId)).status()).isEqualTo(404);
        assertThat(Lambda.result().answer(Event.result(caller, jobId)).status()).isEqualTo(404);
        assertThat(new DynamoDbJobs(LocalAws.DYNAMODB, LocalAws.TABLE).find(new JobId(jobId), Instant.now()))
                .isEmpty();
    }

    @Test
    void canBeRepeatedByTheOwner() {
        CLEANUP.answer(Event.cleanup(caller, jobId));
        Bucket.put("incoming/" + jobId);

        assertThat(CLEANUP.answer(Event.cleanup(caller, jobId)).status()).isEqualTo(204);
        assertThat(left()).isEmpty();
    }

    @Test
    void looksTheSameForEveryJobThatIsNotTheCallersOwn() {
        fill();
        List<String> before = left();
        Answer unknown = CLEANUP.answer(Event.cleanup(caller, "a".repeat(32)));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(CLEANUP.answer(Event.cleanup(Event.somebody(), jobId))).isEqualTo(unknown);
        assertThat(later(Duration.ofDays(5)).answer(Event.cleanup(caller, jobId)))
                .isEqualTo(unknown);
        assertThat(left()).isEqualTo(before);
    }

    /** A document, two versions of a result and a marker: four things to delete, listed by two calls. */
    private void fill() {
        Bucket.put("incoming/" + jobId);
        Bucket.put("outgoing/" + jobId + "/result.json", "old");
        Bucket.put("outgoing/" + jobId + "/result.json", "new");
        Bucket.delete("outgoing/" + jobId + "/result.json");
        assertThat(left()).hasSize(4);
    }

    private List<String> left() {
        return Bucket.versions("").stream()
                .filter(line -> line.contains("ing/" + jobId))
                .toList();
    }

    /** The function, so much later. */
    private static Lambda later(Duration later) {
        Cleanup cleanup = new Cleanup(
                new DynamoDbClearance(LocalAws.DYNAMODB, LocalAws.TABLE),
                new S3Remains(LocalAws.S3, LocalAws.BUCKET),
                Clock.offset(Clock.system(ZoneOffset.UTC), later));
        return Lambda.running("cleanup", new CleanupHandler("cleanup", Origins.of(List.of()), cleanup));
    }
}
