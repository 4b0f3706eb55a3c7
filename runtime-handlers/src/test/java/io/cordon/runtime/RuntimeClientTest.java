package io.cordon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Example;
import io.cordon.runtime.local.FunctionProcess;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.RuntimeApi.Reply;
import io.cordon.runtime.local.SignedTrail;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function in a process of its own, run by the client that runs it in Lambda. */
class RuntimeClientTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, FunctionProcess> PROCESSES = new TreeMap<>();

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(FunctionProcess::close);
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void answersWhatStartsItInItsWords(String function) throws Exception {
        try (Example example = new Example()) {
            Reply reply = process(function).send(example.event(function), TIME);

            assertThat(reply.isAnswer()).as(reply.toString()).isTrue();
            JsonNode answer = JSON.readTree(reply.text());
            JsonNode entry = Manifest.function(function);
            if (!entry.get("routes").isEmpty()) {
                assertThat(answer.path("statusCode").asInt()).isBetween(200, 409);
                assertThat(answer.at("/headers/Cache-Control").asText()).isEqualTo("no-store");
                assertThat(answer.get("isBase64Encoded").booleanValue()).isFalse();
            } else if (entry.at("/events/0/kind").asText().equals("authorizer")) {
                assertThat(answer.at("/policyDocument/Statement/0/Effect").asText())
                        .isEqualTo("Allow");
            } else {
                assertThat(answer.isNull()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void failsOverABrokenEventWithNothingOfIt(String function) {
        for (String broken : new String[] {"[\"SECRET\"]", "{\"SECRET", "SECRET", "\"SECRET\""}) {
            Reply reply = process(function).send(broken, TIME);

            assertThat(reply.path()).endsWith("/error");
            assertThat(reply.text()).contains("errorMessage").doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void writesOnlyLinesOfJson(String function) {
        process(function).send("[]", TIME);

        assertThat(process(function).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
    }

    @Test
    void knowsFromLambdaHowMuchTimeIsLeft() throws JsonProcessingException {
        SignedTrail.fresh().hours(27, 0);
        String event = JSON.writeValueAsString(Map.of("id", "event-1", "source", "aws.events"));

        process("trail-check").send(event, Duration.ofMinutes(15));
        assertThat(process("trail-check").lines()).noneMatch(line -> line.contains("The time was over"));
        process("trail-check").send(event, Duration.ofSeconds(15));
        assertThat(process("trail-check").lines()).anyMatch(line -> line.contains("The time was over"));
    }

    private static FunctionProcess process(String function) {
        return PROCESSES.computeIfAbsent(function, FunctionProcess::of);
    }
}
