package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;

class ModelsFromCatalogTest {
    private static final String PROFILE =
            "arn:aws:bedrock:" + Aws.REGION + ":" + Aws.ACCOUNT_ID + ":inference-profile/";
    private static final String MODEL = "arn:aws:bedrock:eu-west-1::foundation-model/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                MODEL + "anthropic.claude-*",
                MODEL + "anthropic.claude-3-5-sonnet-20241022-v2:0",
                MODEL + "anthropic.claude-fable-5",
                "arn:aws:bedrock:*:*:inference-profile/*",
                "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.anthropic.claude-sonnet-5-5"
            })
    void refusesModelsThatEndedKeepOrLeave(String arn) {
        assertThat(judged(arn).compliance()).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void readsThroughWhatOnlyTheDeploymentKnows() {
        assertThat(judged(PROFILE + "eu.anthropic.claude-sonnet-5-5").compliance())
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(judged(PROFILE + "global.anthropic.claude-sonnet-5-5").compliance())
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void passesNothingThatTheListDoesNotKnow() {
        assertThat(judged(MODEL + "amazon.nova-2-lite-v1:0").compliance()).isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(judged("arn:aws:s3:::documents/*").compliance()).isEqualTo(Compliance.NOT_APPLICABLE);
    }

    @Test
    void followsTheDayOfTheSynth() {
        var opus = MODEL + "anthropic.claude-opus-4-1-20250805-v1:0";
        var after = GatedApp.of(Map.of("cordon:asOf", "2027-01-08"), stack -> policy(stack, opus));

        assertThat(judged(opus).compliance()).isEqualTo(Compliance.COMPLIANT);
        assertThat(after.rows("Cordon::ModelsFromCatalog"))
                .extracting(ControlRow::compliance)
                .containsExactly(Compliance.NON_COMPLIANT);
    }

    @Test
    void theEvidenceSaysOfAModelNearItsEndWhenAndWhatToMoveTo() {
        var gated = GatedApp.of(stack -> policy(stack, MODEL + "anthropic.claude-sonnet-4-6"));

        assertThat(gated.evidence("advice.csv"))
                .contains("Cordon-ModelLife")
                .contains("Model anthropic.claude-sonnet-4-6 may end from 2027-02-17, in 89 days;"
                        + " move to anthropic.claude-sonnet-5-5.");
        assertThat(GatedApp.of(stack -> policy(stack, MODEL + "anthropic.claude-sonnet-5-5"))
                        .evidence("advice.csv"))
                .doesNotContain("Cordon-ModelLife");
    }

    private static ControlRow judged(String arn) {
        return GatedApp.of(stack -> policy(stack, arn))
                .rows("Cordon::ModelsFromCatalog")
                .get(0);
    }

    private static void policy(Stack stack, String arn) {
        ManagedPolicy.Builder.create(stack, "P")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("bedrock:InvokeModel"))
                        .resources(List.of(arn))
                        .build()))
                .build();
    }
}
