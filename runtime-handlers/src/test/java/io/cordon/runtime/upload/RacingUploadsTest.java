package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RacingUploadsTest {
    private static final int CALLERS = 50;
    private final String caller = Event.somebody();

    @Test
    void opensOneJobForOneKeyHoweverManyAskAtOnce() throws Exception {
        Lambda upload = Lambda.upload();

        List<Answer> answers = race(() -> upload.answer(Event.upload(caller).header("Idempotency-Key", "one")));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().map(Answer::jobId).distinct()).hasSize(1);
        assertThat(Items.jobsOf(caller)).hasSize(1);
        assertThat(Items.countOf(caller)).isEqualTo(1);
    }

    @Test
    void opensExactlyTheQuotaHoweverManyAskAtOnce() throws Exception {
        Lambda upload = Lambda.named("upload", Map.of("UPLOADS_PER_HOUR", "7"));

        List<Answer> answers = race(() -> upload.answer(Event.upload(caller)));

        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(7);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(CALLERS - 7);
        assertThat(Items.jobsOf(caller)).hasSize(7);
        assertThat(Items.countOf(caller)).isEqualTo(7);
    }

    private static List<Answer> race(Supplier<Answer> ask) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> pending = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            pending.add(callers.submit(() -> {
                start.await();
                return ask.get();
            }));
        }
        start.countDown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : pending) {
            answers.add(one.get());
        }
        callers.shutdown();
        return answers;
    }
}
