package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;

/** Apps that hold nothing of ours, of other shapes than ours. */
class ForeignAppTest {
    private static final String RULE = "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled";
    private static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";

    @TempDir
    Path directory;

    @Test
    void findsWhatStandsInAStageOnceAndKnowsItsResource() {
        var outcome = synth(app -> new Bucket(new Stack(new Stage(app, "Prod"), "Store"), "B"));

        assertThat(outcome.controls())
                .filteredOn(row -> row.ruleId().equals(RULE))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.resourceId()).isEqualTo("Prod/Store/B/Resource");
                    assertThat(row.resourceType()).isEqualTo("AWS::S3::Bucket");
                    assertThat(row.stack()).isEqualTo("Prod/Store");
                    assertThat(row.compliance()).hasToString("Non-Compliant");
                });
    }

    @Test
    void governsAnExceptionInsideAStage() {
        var outcome = synth(app -> Acknowledge.on(new Bucket(new Stack(new Stage(app, "Prod"), "Store"), "B"))
                .hipaa("S3BucketReplicationEnabled", REASON));

        assertThat(outcome.ungoverned()).isZero();
        assertThat(outcome.exceptions())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.resources()).isEqualTo("Prod/Store/B/Resource"));
    }

    @Test
    void refusesAnExceptionForAWholeStage() {
        var outcome = synth(app -> {
            var stage = new Stage(app, "Prod");
            new Bucket(new Stack(stage, "Store"), "B");
            Acknowledge.on(stage).hipaa("S3BucketReplicationEnabled", REASON);
        });

        assertThat(outcome.exceptions())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.standing()).startsWith("ScopeTooWide"));
    }

    @Test
    void listsWhatTheCdkExcusesByItselfAndDoesNotJudgeIt() {
        var environment = Environment.builder()
                .account("123456789012")
                .region("eu-west-1")
                .build();
        var outcome = synth(app -> new Vpc(
                new Stack(app, "S", StackProps.builder().env(environment).build()), "V"));

        assertThat(outcome.ungoverned()).isZero();
        assertThat(outcome.governed()).isZero();
        assertThat(outcome.exceptions()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.ruleId()).isEqualTo("CloudFormation-Validate::W3010");
            assertThat(row.standing()).startsWith("not judged");
        });
    }

    @Test
    void hasNothingToSayOfAnAppWithoutAStack() {
        var app = app();
        var gate = HipaaGuardrails.apply(app);
        app.synth();

        assertThat(gate.outcome()).isEmpty();
    }

    @Test
    void aSecondSynthIntoTheSameFolderReplacesTheEvidence() {
        synth(app -> new Bucket(new Stack(app, "One"), "B"));
        synth(app -> new Bucket(new Stack(app, "Two"), "B"));

        assertThat(directory.resolve("evidence/controls.csv"))
                .content()
                .contains("Two/B/Resource")
                .doesNotContain("One/B/Resource");
        assertThat(Files.exists(directory.resolve("validation-report.json"))).isTrue();
    }

    private GateOutcome synth(Consumer<App> content) {
        var app = app();
        var gate = HipaaGuardrails.apply(app);
        content.accept(app);
        app.synth();
        return gate.outcome().orElseThrow();
    }

    private App app() {
        return new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .outdir(directory.toString())
                .build());
    }
}
