package io.cordon.runtime.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.TestContext;
import io.cordon.runtime.platform.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomResourceTest {
    private final CloudFormationServer waiting = CloudFormationServer.started();
    private final List<Change> changes = new ArrayList<>();

    @AfterEach
    void stop() {
        waiting.close();
    }

    @Test
    void keepsItsIdAndItsPlaceOverAllItsLife() {
        serve("Create", changes::add);
        serve("Update", changes::add);
        serve("Delete", changes::add);

        assertThat(waiting.answers())
                .extracting(answer -> answer.get("Status").asText() + " "
                        + answer.get("PhysicalResourceId").asText() + " "
                        + answer.get("RequestId").asText())
                .containsExactly(
                        "SUCCESS test/Thing request-1", "SUCCESS thing-1 request-1", "SUCCESS thing-1 request-1");
        assertThat(changes).extracting(Change::first).containsExactly(true, false);
        assertThat(changes.get(0).properties()).containsEntry("Version", "1");
        assertThat(waiting.contentTypes()).containsOnly("");
    }

    @Test
    void givesTheReasonOfARefusal() {
        serve("Create", change -> {
            throw new Refused("Say it otherwise.");
        });

        assertThat(waiting.answer().get("Status").asText()).isEqualTo("FAILED");
        assertThat(waiting.answer().get("Reason").asText()).isEqualTo("Say it otherwise.");
    }

    @Test
    void answersWithNoMoreThanCloudFormationTakes() {
        serve("Create", change -> {
            throw new Refused("ä".repeat(5000));
        });

        assertThat(waiting.answer().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(4096);
    }

    @Test
    void answersWhateverIsThrownAndQuotesNothingOfIt() {
        serve("Update", change -> {
            throw new IllegalStateException("SECRET");
        });

        assertThat(waiting.answer().get("Status").asText()).isEqualTo("FAILED");
        assertThat(waiting.answer().toString())
                .contains("IllegalStateException")
                .doesNotContain("SECRET");
    }

    @Test
    void answersAgainWhenTheFirstAnswerIsNotTaken() {
        waiting.failing(2);

        serve("Create", changes::add);

        assertThat(waiting.answer().get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(changes).hasSize(1);
    }

    @Test
    void waitsForASlowAddress() {
        waiting.slow(Duration.ofSeconds(2));

        serve("Create", changes::add);

        assertThat(waiting.answer().get("Status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void failsSoThatLambdaRepeatsTheEventWhenNoAnswerIsTaken() {
        waiting.failing(9);

        assertThatThrownBy(() -> serve("Create", changes::add))
                .isInstanceOf(Unavailable.class)
                .hasMessage("CloudFormation IOException");
    }

    @Test
    void leavesTimeToAnswer() {
        serve("Create", changes::add);

        assertThat(changes.get(0).until()).isBefore(Clock.systemUTC().instant().plusSeconds(60 - 29));
    }

    @Test
    void knowsItsEventsFromOthers() {
        assertThat(CustomResource.sent(waiting.event("Create", Map.of()))).isTrue();
        assertThat(CustomResource.sent(Map.of("source", "aws.events", "detail", Map.of())))
                .isFalse();
    }

    private void serve(String type, Provisioner provisioner) {
        new CustomResource("test", provisioner, Clock.systemUTC())
                .serve(waiting.event(type, Map.of("Version", "1")), new TestContext(60_000));
    }
}
