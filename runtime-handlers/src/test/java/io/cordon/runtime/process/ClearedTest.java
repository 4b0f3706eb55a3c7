package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Crash;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Paper;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ClearedTest {
    private final Clinic clinic = Clinic.open();
    private final Paper paper = clinic.receives("Leukozyten 11,2");

    @Test
    void leavesNothingOfAJobThatIsClearedWhileTheModelReads() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        clinic.bedrock().waiting(asked, answer);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> working = other.submit(() -> clinic.processes(paper));
        asked.await();

        assertThat(paper.clear().status()).isEqualTo(204);
        answer.countDown();
        working.get();
        other.shutdown();

        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.documents()).isEmpty();
        assertThat(paper.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
    }

    /** The outcome came after the deletion, and its function died before the tenth call, the settlement. */
    @Test
    void settlesACallWhoseOutcomeNobodyWants() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        clinic.bedrock().waiting(asked, answer);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Boolean> died = other.submit(() -> Crash.at(10, Crash.Moment.BEFORE, () -> clinic.processes(paper)));
        asked.await();
        paper.clear();
        answer.countDown();
        assertThat(died.get()).isTrue();
        other.shutdown();
        assertThat(paper.outcomes()).containsExactly("result.json");

        clinic.processes(paper);

        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
    }

    @Test
    void deletesADocumentThatArrivesAfterItsJobWasCleared() {
        paper.clear();
        paper.arriving("Leukozyten 11,2".getBytes(StandardCharsets.UTF_8));

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("NOT_WANTED");
        assertThat(emitted.log().get("job").asText()).isEqualTo("gateway-request-1");
        assertThat(paper.documents()).isEmpty();
        assertThat(paper.outcomes()).isEmpty();
        assertThat(clinic.bedrock().calls()).isZero();
    }

    /** As it lies there when a function dies between writing it and looking whether anybody wants it. */
    @Test
    void deletesAnOutcomeThatWasWrittenAfterItsJobWasCleared() {
        paper.clear();
        Bucket.put("outgoing/" + paper.id() + "/result.json", "{\"schema\":1}");

        clinic.processes(paper);

        assertThat(paper.outcomes()).isEmpty();
    }

    @Test
    void deletesADocumentOfNoJob() {
        String id = "a".repeat(32);
        String version = Bucket.put("incoming/" + id, "Leukozyten 11,2");

        Emitted emitted = Emitted.during(() -> clinic.function().take(Paper.arrival("incoming/" + id, version, 15)));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("NOT_WANTED");
        assertThat(Bucket.versions("incoming/" + id)).isEmpty();
    }
}
