package io.cordon.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.StandardOut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovedPrivacyTest {
    private final Deployed deployed = new Deployed();
    private final BedrockSettingsServer bedrock = LocalAws.BEDROCK;

    @Test
    void leavesLoggingOffAndNothingKept() {
        deployed.answer("Create", Deployed.logging());
        bedrock.retention("default");

        assertThat(deployed.outcome("Delete", Deployed.logging())).isEqualTo("SUCCESS");
        assertThat(bedrock.logging().isMissingNode()).isTrue();
        assertThat(bedrock.retention()).isEqualTo("none");
    }

    @Test
    void leavesTheSameAfterTheSecondTime() {
        deployed.answer("Delete", Deployed.SAFE);

        assertThat(deployed.outcome("Delete", Deployed.SAFE)).isEqualTo("SUCCESS");
        assertThat(bedrock.retention()).isEqualTo("none");
    }

    /** CloudFormation deletes what it could not create, with the same properties. */
    @Test
    void canBeTakenBackAfterACreationThatWasRefused() {
        Map<String, Object> wrong = Map.of("InvocationLogging", Map.of("Bucket", "?"), "DataRetention", "default");
        bedrock.logging("{\"s3Config\":{\"bucketName\":\"theirs\"}}");

        assertThat(deployed.outcome("Create", wrong)).startsWith("InvocationLogging.Bucket is missing");
        assertThat(deployed.outcome("Delete", wrong)).isEqualTo("SUCCESS");
        assertThat(bedrock.logging().isMissingNode()).isTrue();
        assertThat(bedrock.retention()).isEqualTo("inherit");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void failsWherePromptsAreKnownToBeLoggedStill(int status) {
        deployed.answer("Create", Deployed.logging());
        String error = status == 403 ? "AccessDeniedException" : "InternalServerException";
        bedrock.fail("DELETE /logging", 99, status, error);

        assertThat(deployed.outcome("Delete", Deployed.logging()))
                .startsWith("Prompts and answers are still logged in this account and region (")
                .endsWith("); delete the model invocation logging configuration, then delete this again.")
                .contains(status == 403 ? "AWS denies bedrock:DeleteModelInvocationLogging" : error);
        assertThat(bedrock.retention()).isEqualTo("none");
    }

    @Test
    void failsNoLongerOnceSomebodyHasTurnedItOff() {
        bedrock.fail("DELETE /logging", 99, 403, "AccessDeniedException");

        assertThat(deployed.outcome("Delete", Deployed.logging())).isEqualTo("SUCCESS");
    }

    /** A stack must not stay for ever, nor a failed deployment be stuck, because all of Bedrock is denied or away. */
    @ParameterizedTest
    @ValueSource(strings = {"", "PUT /data-retention"})
    void succeedsAndSaysInTheLogWhatStayedOpen(String call) {
        bedrock.fail(call, 99, 403, "AccessDeniedException");

        List<String> lines = StandardOut.linesOf(
                () -> assertThat(deployed.outcome("Delete", Deployed.SAFE)).isEqualTo("SUCCESS"));

        assertThat(lines)
                .anyMatch(line -> line.contains("\"ERROR\"")
                        && line.contains("Not every setting was made safe: AWS denies bedrock:")
                        && line.contains("bedrock:PutAccountDataRetention"));
    }
}
