package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Crash;
import io.cordon.runtime.local.Crash.Moment;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two hundred documents at once, in a bad hour: throttled calls, events that come twice, functions that die. */
class ManyDocumentsTest {
    private static final int DOCUMENTS = 200;
    private static final int TURNED_AWAY = 20;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Clinic clinic = Clinic.open();
    private final Job function = clinic.function(1_000); // nobody gives up here
    private final List<Paper> papers = new ArrayList<>();

    @Test
    void areEachProcessedOnceAndNoneIsLost() throws Exception {
        for (int i = 0; i < DOCUMENTS; i++) {
            papers.add(clinic.receives("Leukozyten " + i));
        }
        clinic.bedrock().failing(TURNED_AWAY, 403, "AccessDeniedException");

        Emitted emitted = Emitted.during(this::processAll);

        for (Paper paper : papers) {
            assertThat(paper.outcomes()).as(paper.id()).containsExactly("result.json");
            assertThat(paper.documents()).as(paper.id()).isEmpty();
            assertThat(paper.bookings())
                    .filteredOn(booking -> booking.get("SK")
                            .endsWith(
                                    paper.outcome("result.json").at("/call/id").asText()))
                    .as(paper.id())
                    .singleElement()
                    .satisfies(
                            booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
        }
        assertNoCallIsUnseen();
        assertThat(emitted.metrics().stream()
                        .filter(metric -> metric.startsWith("DocumentsProcessed"))
                        .count())
                .isLessThanOrEqualTo(DOCUMENTS);
    }

    /** Every call that Bedrock answered is booked: settled, or open where the reply died with the function. */
    private void assertNoCallIsUnseen() {
        List<Item> bookings =
                papers.stream().flatMap(paper -> paper.bookings().stream()).toList();
        long free = bookings.stream()
                .filter(booking -> booking.get("totalMicroUsd").equals("0"))
                .count();
        long open = bookings.stream()
                .filter(booking -> booking.get("totalMicroUsd").isEmpty())
                .count();
        assertThat(free).isBetween(TURNED_AWAY - open, (long) TURNED_AWAY); // it may die before it books that
        assertThat(clinic.bedrock().calls()).isLessThanOrEqualTo(bookings.size());
    }

    private void processAll() {
        ExecutorService lambda = Executors.newFixedThreadPool(DOCUMENTS);
        List<Future<?>> events = new ArrayList<>();
        Random random = new Random(2026);
        for (int i = 0; i < DOCUMENTS; i++) {
            Paper paper = papers.get(i);
            int dies = i % 4 == 0 ? 1 + random.nextInt(12) : 0;
            events.add(lambda.submit(() -> deliver(paper, "request-1-" + paper.id(), dies)));
            if (i % 5 == 0) {
                events.add(lambda.submit(() -> deliver(paper, "request-2-" + paper.id(), 0)));
            }
        }
        events.forEach(ManyDocumentsTest::await);
        lambda.shutdown();
    }

    /** As Lambda does: again, by the same request, until it succeeds; here as often as it takes, and after a shorter pause. */
    private void deliver(Paper paper, String request, int dies) {
        Crash.at(dies, Moment.AFTER, () -> delivered(paper, request));
        while (!delivered(paper, request)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean delivered(Paper paper, String request) {
        try {
            Clinic.deliver(paper, function, request);
            return true;
        } catch (Busy | Unfinished | Unavailable e) {
            return false;
        }
    }

    private static void await(Future<?> event) {
        try {
            event.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
