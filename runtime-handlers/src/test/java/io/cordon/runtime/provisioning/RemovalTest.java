package io.cordon.runtime.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.TestContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final List<Change> removed = new ArrayList<>();

    @Test
    void leavesWhatStaysBehindToTheFunction() {
        JsonNode answer = answer(removed::add);

        assertThat(answer.get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(removed).extracting(Change::properties).containsExactly(Map.of("Version", "1"));
    }

    @Test
    void failsWhereTheFunctionRefusesIt() {
        JsonNode answer = answer(change -> {
            throw new Refused("Turn it off first.");
        });

        assertThat(answer.get("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.get("Reason").asText()).isEqualTo("Turn it off first.");
        assertThat(answer.get("PhysicalResourceId").asText()).isEqualTo("thing-1");
    }

    @Test
    void succeedsWhateverElseIsThrown() {
        JsonNode answer = answer(change -> {
            throw new IllegalStateException("SECRET");
        });

        assertThat(answer.get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(answer.toString()).doesNotContain("SECRET");
    }

    private static JsonNode answer(Consumer<Change> removal) {
        Provisioner provisioner = new Provisioner() {
            @Override
            public void provision(Change change) {
                throw new AssertionError("made at its deletion");
            }

            @Override
            public void remove(Change change) {
                removal.accept(change);
            }
        };
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            new CustomResource("test", provisioner, Clock.systemUTC())
                    .serve(waiting.event("Delete", Map.of("Version", "1")), new TestContext(60_000));
            return waiting.answer();
        }
    }
}
