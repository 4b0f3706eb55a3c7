package io.cordon.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelPrivacyTest {
    private final Deployed deployed = new Deployed();
    private final BedrockSettingsServer bedrock = LocalAws.BEDROCK;

    @Test
    void turnsLoggingOffHasNothingKeptAndLooksWhetherItIsSo() {
        bedrock.logging("{\"cloudWatchConfig\":{\"logGroupName\":\"prompts\"},\"textDataDeliveryEnabled\":true}");
        bedrock.retention("provider_data_share");

        assertThat(deployed.outcome("Create", Deployed.SAFE)).isEqualTo("SUCCESS");

        assertThat(bedrock.logging().isMissingNode()).isTrue();
        assertThat(bedrock.retention()).isEqualTo("none");
        assertThat(bedrock.calls())
                .containsExactly(
                        "DELETE /logging/modelinvocations",
                        "PUT /data-retention",
                        "GET /logging/modelinvocations",
                        "GET /data-retention");
        assertThat(deployed.pauses).isEmpty();
    }

    @Test
    void logsTextAloneAndToTheBucketAlone() {
        assertThat(deployed.outcome("Create", Deployed.logging())).isEqualTo("SUCCESS");

        assertThat(bedrock.logging()).isEqualTo(Converse.json("""
                {"s3Config":{"bucketName":"prompt-logs","keyPrefix":"models"},"textDataDeliveryEnabled":true,
                 "imageDataDeliveryEnabled":false,"embeddingDataDeliveryEnabled":false,
                 "videoDataDeliveryEnabled":false,"audioDataDeliveryEnabled":false}"""));
        assertThat(bedrock.retention()).isEqualTo("none");
    }

    @Test
    void logsToTheRootOfABucketWithoutAPrefix() {
        Map<String, Object> bucket = Map.of("Bucket", BedrockSettingsServer.BUCKET);

        assertThat(deployed.outcome("Create", Map.of("InvocationLogging", bucket)))
                .isEqualTo("SUCCESS");
        assertThat(bedrock.logging().path("s3Config").has("keyPrefix")).isFalse();
    }

    @Test
    void followsEachChangeOfTheTemplate() {
        deployed.answer("Create", Deployed.SAFE);
        deployed.answer("Update", Deployed.logging());
        assertThat(deployed.outcome("Update", Deployed.logging(BedrockSettingsServer.BUCKET, "other")))
                .isEqualTo("SUCCESS");
        assertThat(bedrock.logging().at("/s3Config/keyPrefix").asText()).isEqualTo("other");

        assertThat(deployed.outcome("Update", Deployed.SAFE)).isEqualTo("SUCCESS");
        assertThat(bedrock.logging().isMissingNode()).isTrue();
    }

    @Test
    void leavesDataRetentionAloneWhereNobodyAsksForIt() {
        bedrock.retention("default");

        assertThat(deployed.outcome("Create", Map.of("InvocationLogging", "off")))
                .isEqualTo("SUCCESS");
        assertThat(deployed.outcome("Delete", Map.of("InvocationLogging", "off")))
                .isEqualTo("SUCCESS");

        assertThat(bedrock.retention()).isEqualTo("default");
        assertThat(bedrock.calls()).noneMatch(call -> call.endsWith(BedrockSettingsServer.RETENTION));
    }

    /** Lambda repeats an event whose answer nobody took, with the same request id. */
    @Test
    void doesTheSameForTheSameRequestAgain() {
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            Map<String, Object> event = waiting.event("Create", Deployed.logging());
            Job.named("model-privacy").take(event);
            Job.named("model-privacy").take(event);

            assertThat(waiting.answers()).hasSize(2);
            assertThat(waiting.answers().get(1)).isEqualTo(waiting.answers().get(0));
        }
        assertThat(bedrock.logging().at("/s3Config/keyPrefix").asText()).isEqualTo("models");
    }

    /** Under another id CloudFormation would delete the old resource last, and turn off what the new one turned on. */
    @Test
    void staysTheSameResourceWhateverChangesSoThatItIsNeverReplaced() {
        JsonNode made = deployed.answer("Create", Deployed.SAFE);
        JsonNode changed = deployed.answer("Update", Deployed.logging());
        JsonNode refused = deployed.answer("Update", Map.of());

        assertThat(made.get("PhysicalResourceId").asText()).isEqualTo("model-privacy/Thing");
        assertThat(changed.get("PhysicalResourceId").asText()).isEqualTo("thing-1");
        assertThat(refused.get("PhysicalResourceId").asText()).isEqualTo("thing-1");
    }

    @Test
    void waitsForWhatWasJustMadeToBeSeenEverywhere() {
        bedrock.fail("PUT " + BedrockSettingsServer.LOGGING, 1, 400, "ValidationException");

        assertThat(deployed.outcome("Create", Deployed.logging())).isEqualTo("SUCCESS");
        assertThat(deployed.pauses).hasSize(1);
    }

    @Test
    void looksAgainWhereBedrockStillShowsTheOldSetting() {
        bedrock.logging("{\"s3Config\":{\"bucketName\":\"theirs\"},\"textDataDeliveryEnabled\":true}");
        bedrock.staleFor(3);

        assertThat(deployed.outcome("Create", Deployed.SAFE)).isEqualTo("SUCCESS");
        assertThat(deployed.pauses).hasSize(2);
    }
}
