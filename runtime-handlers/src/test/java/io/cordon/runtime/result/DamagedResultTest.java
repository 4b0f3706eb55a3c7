package io.cordon.runtime.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.jobs.Outcomes;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.StandardOut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedResultTest {
    private static final Lambda RESULT = Lambda.result();

    private final String caller = Event.somebody();
    private final String jobId = Lambda.upload().answer(Event.upload(caller)).jobId();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SECRET",
                "{\"schema\":1,\"answer\":{\"SECRET",
                "[\"SECRET\"]",
                "{\"schema\":2,\"answer\":{\"a\":\"SECRET\"}}",
                "{\"schema\":1,\"answer\":\"SECRET\"}",
                "{\"schema\":1,\"answer\":null,\"SECRET\":1}"
            })
    void handsOutNothingThatIsNotAResult(String stored) {
        outcome("result", stored);

        assertKeptToItself();
    }

    @Test
    void handsOutNothingThatIsLargerThanAResultCanBe() {
        String start = "{\"schema\":1,\"answer\":{\"a\":\"SECRET";
        String padding = "x".repeat(Outcomes.LARGEST - start.length() - 3);
        outcome("result", start + padding + "\"}}");
        assertThat(ask().status()).isEqualTo(200);

        outcome("result", start + padding + "x\"}}");
        assertKeptToItself();
    }

    private void assertKeptToItself() {
        List<Answer> answers = new ArrayList<>();
        List<String> lines = StandardOut.linesOf(() -> answers.add(ask()));

        assertThat(answers.get(0).status()).isEqualTo(500);
        assertThat(answers.get(0).header("Retry-After")).isEqualTo("5");
        assertThat(answers.get(0).text() + lines).doesNotContain("SECRET").doesNotContain(jobId);
    }

    private void outcome(String kind, String json) {
        Bucket.put("outgoing/" + jobId + "/" + kind + ".json", json);
    }

    private Answer ask() {
        return RESULT.answer(Event.result(caller, jobId));
    }
}
