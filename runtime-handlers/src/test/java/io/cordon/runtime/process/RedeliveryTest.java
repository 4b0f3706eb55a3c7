package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.local.TestContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RedeliveryTest {
    private final Clinic clinic = Clinic.open();
    private final Paper paper = clinic.receives("Leukozyten 11,2");

    @Test
    void changesNothingAfterSuccess() {
        clinic.processes(paper);

        Emitted emitted = Emitted.during(() -> Clinic.deliver(paper, clinic.function(), "request-2"));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("DONE_BEFORE");
        assertThat(emitted.metrics()).isEmpty();
        assertProcessedOnce();
    }

    @Test
    void processesNoSecondDocumentOfAJob() {
        clinic.processes(paper);
        paper.arriving("Leukozyten 99,9".getBytes(StandardCharsets.UTF_8));

        Clinic.deliver(paper, clinic.function(), "request-2");

        assertProcessedOnce();
    }

    @Test
    void isToldToComeBackWhileAnotherInvocationWorks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        clinic.bedrock().waiting(asked, answer);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> first = other.submit(() -> clinic.processes(paper));
        asked.await();

        Job second = clinic.function();
        assertThatThrownBy(() -> Clinic.deliver(paper, second, "request-2"))
                .isInstanceOf(Busy.class)
                .hasNoCause();
        answer.countDown();
        first.get();
        Clinic.deliver(paper, second, "request-2");

        other.shutdown();
        assertProcessedOnce();
    }

    @Test
    void keepsOneResultAndBooksEachCallWhenOneRequestRunsTwiceAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        clinic.bedrock().waiting(asked, answer);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> first = other.submit(() -> clinic.processes(paper));
        asked.await();

        clinic.processes(paper);
        answer.countDown();
        first.get();
        other.shutdown();

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(clinic.bedrock().calls()).isEqualTo(2);
        assertThat(paper.bookings())
                .hasSize(2)
                .allSatisfy(booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
    }

    @Test
    void takesOverOnceTheOtherInvocationMustHaveEnded() {
        assertThatThrownBy(() -> clinic.function().take(paper.arrival(), new TestContext(1, "request-1")))
                .isInstanceOf(Unfinished.class);

        Clinic.deliver(paper, clinic.function(), "request-of-a-redrive");

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
    }

    @Test
    void finishesQuietlyWhenTheDocumentIsGone() {
        Paper other = clinic.receives("Leukozyten 11,2");
        Emitted emitted = Emitted.during(
                () -> clinic.function().take(Paper.arrival("incoming/" + other.id(), "v".repeat(32), 15)));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("NO_DOCUMENT");
        assertThat(other.outcomes()).isEmpty();
        assertThat(other.documents()).hasSize(1);
        assertThat(clinic.bedrock().calls()).isZero();
    }

    @Test
    void givesUpAtTheLastTryEvenIfTheOtherTriesDied() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> clinic.function().take(paper.arrival(), new TestContext(1, "request-1")))
                    .isInstanceOf(Unfinished.class);
        }

        clinic.function().take(paper.arrival(), new TestContext(1, "request-1"));

        assertThat(paper.outcome("failure.json").get("cause").asText()).isEqualTo("MODEL_UNAVAILABLE");
    }

    private void assertProcessedOnce() {
        assertThat(clinic.bedrock().calls()).isEqualTo(1);
        assertThat(paper.bookings()).hasSize(1);
        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
    }
}
