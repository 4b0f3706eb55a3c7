package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.platform.AwsClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentCheckTest {
    private final CloudFormationServer waiting = CloudFormationServer.started();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void reset() {
        LocalAws.start();
        LocalAws.CLOUD_TRAIL.reset();
    }

    @AfterEach
    void stop() {
        waiting.close();
    }

    @Test
    void acceptsATrailThatRecordsAndHasDeliveredNothingYet() {
        List<String> lines =
                StandardOut.linesOf(() -> Job.named("trail-check").take(waiting.event("Create", Map.of())));

        assertThat(waiting.answer().get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(waiting.answer().get("PhysicalResourceId").asText()).isEqualTo("trail-check/Thing");
        assertThat(lines).anyMatch(line -> line.contains("TrailVerified"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IsLogging | false | Trail clinic does not record; set IsLogging to true, or start it again.",
                "LogFileValidationEnabled | false | Trail clinic delivers no signed digests; set EnableLogFileValidation to true.",
                "S3BucketName | elsewhere | Trail clinic delivers to another bucket than the one that is watched; watch the trail's own.",
                "LatestDeliveryError | AccessDenied | Trail clinic could not deliver log files (AccessDenied); let CloudTrail write to the bucket and its key. The error stays until the next delivery.",
                "LatestDigestDeliveryError | NoSuchBucket: SECRET | Trail clinic could not deliver digests (NoSuchBucket); let CloudTrail write to the bucket and its key. The error stays until the next delivery.",
                "LatestCloudWatchLogsDeliveryError | AccessDenied | Trail clinic could not deliver events to CloudWatch Logs (AccessDenied); let CloudTrail write to the log group. The error stays until the next delivery.",
            })
    void refusesATrailThatDoesNotRecord(String field, String value, String reason) {
        Object said = value.equals("false") ? (Object) false : value;
        LocalAws.CLOUD_TRAIL.trail(field, said);
        LocalAws.CLOUD_TRAIL.state(field, said);
        JsonNode answer = answer("Update");

        assertThat(answer.get("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.get("Reason").asText()).isEqualTo(reason);
        assertThat(answer.get("PhysicalResourceId").asText()).isEqualTo("thing-1");
    }

    @Test
    void waitsForADeliveryThatClearsAnErrorAndForAChangeToBeSeenEverywhere() {
        LocalAws.CLOUD_TRAIL.trail("IsMultiRegionTrail", false);
        LocalAws.CLOUD_TRAIL.state("LatestDeliveryError", "AccessDenied");

        JsonNode answer = answer("Update", time -> {
            pauses.add(time);
            LocalAws.CLOUD_TRAIL.trail("IsMultiRegionTrail", true);
            if (pauses.size() == 2) {
                LocalAws.CLOUD_TRAIL.clear("LatestDeliveryError");
            }
        });

        assertThat(answer.get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void doesNotWaitForWhatNoDeliveryMends() {
        LocalAws.CLOUD_TRAIL.state("LatestDeliveryError", "AccessDenied");
        LocalAws.CLOUD_TRAIL.state("IsLogging", false);

        assertThat(answer("Update", pauses::add).get("Status").asText()).isEqualTo("FAILED");
        assertThat(pauses).isEmpty();
    }

    @Test
    void deletesNothingAndAsksNothing() {
        LocalAws.CLOUD_TRAIL.state("IsLogging", false);

        assertThat(answer("Delete").get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(LocalAws.CLOUD_TRAIL.asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"AccessDeniedException", "TrailNotFoundException", "ThrottlingException"})
    void answersWhenCloudTrailDoesNot(String error) {
        LocalAws.CLOUD_TRAIL.refuse(9, error);

        assertThat(answer("Create").get("Status").asText()).isEqualTo("FAILED");
        assertThat(waiting.answer().get("Reason").asText()).contains(error).doesNotContain("SECRET");
    }

    @Test
    void answersWithoutCredentials() {
        String id = System.clearProperty("aws.accessKeyId");
        try {
            Job.named("trail-check").take(waiting.event("Create", Map.of()));
        } finally {
            System.setProperty("aws.accessKeyId", id);
        }
        assertThat(waiting.answer().get("Status").asText()).isEqualTo("FAILED");
        assertThat(waiting.answer().get("Reason").asText())
                .isEqualTo("trail-check could not do its work (SdkClientException); see its log, then deploy again.");
    }

    private JsonNode answer(String type) {
        return answer(type, pauses::add, Duration.ZERO);
    }

    private JsonNode answer(String type, TrailCheck.Pause pause) {
        return answer(type, pause, Duration.ofMinutes(8));
    }

    private JsonNode answer(String type, TrailCheck.Pause pause, Duration patience) {
        var check = new TrailCheck(
                new CloudTrailTrails(AwsClients.cloudTrail(), LocalAws.TRAIL),
                TrailExpectation.parse(LocalAws.TRAIL_EXPECTED),
                new DigestChain(
                        new S3TrailFiles(LocalAws.S3, LocalAws.TRAIL_BUCKET),
                        (fingerprint, about) -> Optional.empty(),
                        Clock.systemUTC()),
                LocalAws.TRAIL_BUCKET,
                (metric, value, parts) -> {},
                Clock.systemUTC(),
                patience,
                pause);
        Job.running("trail-check", new TrailCheckHandler("trail-check", check)).take(waiting.event(type, Map.of()));
        return waiting.answer();
    }
}
