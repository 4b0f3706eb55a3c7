package io.cordon.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.LocalAws;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedPrivacyTest {
    private final Deployed deployed = new Deployed();
    private final BedrockSettingsServer bedrock = LocalAws.BEDROCK;

    @ParameterizedTest
    @CsvSource({
        "DELETE /logging, DeleteModelInvocationLoggingConfiguration, off",
        "PUT /logging, PutModelInvocationLoggingConfiguration, on",
        "GET /logging, GetModelInvocationLoggingConfiguration, off",
        "PUT /data, PutAccountDataRetention, off",
        "GET /data, GetAccountDataRetention, off",
    })
    void saysWhichActionIsDeniedAndByWhat(String call, String action, String logging) {
        bedrock.fail(call, 99, 403, "AccessDeniedException");

        assertThat(deployed.outcome("Create", logging.equals("on") ? Deployed.logging() : Deployed.SAFE))
                .isEqualTo("AWS denies bedrock:" + action + " to this function; allow it, in a service control policy"
                        + " and a permissions boundary too where there is one, then deploy again.");
        assertThat(deployed.pauses).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"404, UnknownOperationException", "501, NotImplemented", "400, UnknownOperationException", "404, ''"})
    void refusesARegionInWhichNobodyCanSayThatNothingIsKept(int status, String error) {
        bedrock.fail("PUT /data-retention", 99, status, error);

        assertThat(deployed.outcome("Create", Deployed.SAFE))
                .isEqualTo(
                        "Bedrock does not know bedrock:PutAccountDataRetention in this region, so nobody can say that"
                                + " it keeps nothing; deploy where it does, or leave DataRetention out and the account's mode"
                                + " stays.");
        assertThat(deployed.outcome("Update", Map.of("InvocationLogging", "off")))
                .isEqualTo("SUCCESS");
    }

    @Test
    void refusesABucketThatBedrockCannotWriteTo() {
        assertThat(deployed.outcome("Create", Deployed.logging("somebody-elses", "")))
                .isEqualTo("Bedrock cannot log to the bucket (ValidationException); it must be of this account and"
                        + " region, without ACLs, and its policy and its key's must let bedrock.amazonaws.com write.");
        assertThat(bedrock.logging().isMissingNode()).isTrue();
    }

    @Test
    void refusesLoggingThatSomebodyElseSetsAllTheTime() {
        bedrock.logging("{\"cloudWatchConfig\":{\"logGroupName\":\"prompts\"},\"textDataDeliveryEnabled\":true}");
        bedrock.staleFor(99);

        assertThat(deployed.outcome("Create", Deployed.logging()))
                .startsWith("Bedrock does not say of its invocation logging what was just set;")
                .contains("Bedrock does not say that its data retention is none, which was just set;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imageDataDeliveryEnabled", "audioDataDeliveryEnabled", "videoDataDeliveryEnabled"})
    void acceptsNoMoreInTheBucketThanText(String kind) {
        bedrock.logging("{\"s3Config\":{\"bucketName\":\"prompt-logs\",\"keyPrefix\":\"models\"},"
                + "\"textDataDeliveryEnabled\":true,\"" + kind + "\":true}");
        bedrock.retention("none");
        bedrock.staleFor(99);

        assertThat(deployed.outcome("Create", Deployed.logging()))
                .isEqualTo("Bedrock does not say of its invocation logging what was just set; look who else sets it in"
                        + " this account and region, then deploy again.");
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, Bedrock ThrottlingException",
        "500, InternalServerException, Bedrock InternalServerException",
        "503, '', Bedrock 503",
        "400, ValidationException, Bedrock ValidationException",
        "403, UnrecognizedClientException, Bedrock UnrecognizedClientException",
        "0, '', Bedrock SocketException"
    })
    void failsWhereBedrockDoesNotAnswer(int status, String error, String said) {
        bedrock.fail("PUT /data-retention", 99, status, error);

        assertThat(deployed.outcome("Create", Deployed.SAFE))
                .isEqualTo("model-privacy could not do its work (" + said + "); see its log, then deploy again.");
    }

    @ParameterizedTest
    @CsvSource({"429, ThrottlingException", "500, InternalServerException", "0, ''"})
    void asksAgainWhereThatMayHelp(int status, String error) {
        bedrock.fail("PUT /data-retention", 2, status, error);

        assertThat(deployed.outcome("Create", Deployed.SAFE)).isEqualTo("SUCCESS");
        assertThat(bedrock.calls()).filteredOn("PUT /data-retention"::equals).hasSize(3);
    }

    @Test
    void answersBeforeItsTimeIsOver() {
        bedrock.fail("PUT /data-retention", 99, 403, "AccessDeniedException");

        assertThat(Deployed.outcome(deployed.answer("Create", Deployed.SAFE, 120_000)))
                .startsWith("AWS denies");
        assertThat(deployed.pauses).isEmpty();
    }

    /** Bedrock takes a connection and then says nothing: each attempt ends by its own limit. */
    @Test
    void doesNotHangOnABedrockThatSaysNothing() {
        bedrock.slow(Duration.ofSeconds(60));
        long began = System.nanoTime();

        assertThat(deployed.outcome("Create", Map.of("InvocationLogging", "off")))
                .isEqualTo("model-privacy could not do its work (ApiCallTimeoutException); see its log, then deploy"
                        + " again.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(40));
    }
}
