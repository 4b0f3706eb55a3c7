package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.rules.OwnRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;

class HipaaGuardrailsTest {
    @TempDir
    Path directory;

    @Test
    void leavesEvidenceWhenTheSynthFails() {
        var app = app(Map.of());
        HipaaGuardrails.apply(app);
        new Bucket(new Stack(app, "S"), "B");

        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");

        assertThat(directory.resolve("evidence/controls.csv"))
                .content()
                .contains("S3BucketReplicationEnabled,S/B/Resource,Non-Compliant");
        assertThat(directory.resolve("evidence/exceptions.csv")).exists();
        assertThat(directory.resolve("evidence/advice.csv")).content().contains("AwsSolutions::AwsSolutions-S1");
    }

    @Test
    void leavesEvidenceWhenTheSynthPasses() {
        var app = app(Map.of());
        var gate = HipaaGuardrails.apply(app);
        Key.Builder.create(new Stack(app, "S"), "K").enableKeyRotation(true).build();

        assertThat(gate.outcome()).isEmpty();
        app.synth();

        var outcome = gate.outcome().orElseThrow();
        assertThat(outcome.count(Compliance.NON_COMPLIANT)).isZero();
        assertThat(outcome.stacks())
                .extracting(stack -> stack.resources().size())
                .containsExactly(1);
        assertThat(outcome.evidence().resolve("controls.csv")).exists();
    }

    @Test
    void asksEveryRuleOfBothPacksAndOfOurs() {
        var rules = GatedApp.of(stack -> new Queue(stack, "Q")).outcome().controls().stream()
                .map(row -> row.ruleId())
                .filter(id -> !id.equals("(none)"))
                .distinct();

        assertThat(rules).hasSize(90 + 85 + OwnRules.all().size());
    }

    @Test
    void removesTheEvidenceOfAnEarlierSynthFirst() throws IOException {
        var stale = Files.createDirectories(directory.resolve("evidence")).resolve("old.csv");
        Files.writeString(stale, "old");

        HipaaGuardrails.apply(app(Map.of()));

        assertThat(stale).doesNotExist();
    }

    @Test
    void writesTheSameBytesForTheSameInput() {
        Supplier<GatedApp> app = () -> GatedApp.of(stack -> new Bucket(stack, "B"));
        var one = app.get();
        var two = app.get();

        for (var exhibit : Exhibits.all()) {
            assertThat(one.evidence(exhibit.file()))
                    .as(exhibit.file())
                    .isEqualTo(two.evidence(exhibit.file()))
                    .isNotEmpty();
        }
    }

    @Test
    void writesReasonsThatASpreadsheetCannotTakeForFormulas() {
        var app = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                .hipaa("S3BucketReplicationEnabled", "=HYPERLINK(\"x\") is how a cell would start a formula."));

        assertThat(app.evidence("exceptions.csv")).contains("'=HYPERLINK").doesNotContain(",\"=HYPERLINK");
    }

    @Test
    void saysThatAStoreWithoutADataClassIsNotEvaluated() {
        var app = GatedApp.of(stack -> {
            new Queue(stack, "Unsaid");
            DataClass.of(new Queue(stack, "Said")).phi();
        });

        assertThat(app.rows("Cordon::DataClassStated"))
                .extracting(row -> row.resourceId() + " " + row.compliance())
                .containsExactly("S/Said/Resource Compliant", "S/Unsaid/Resource Not Evaluated");
        assertThat(app.rows("Cordon::PhiUnderCustomerManagedKey"))
                .extracting(row -> row.resourceId() + " " + row.compliance())
                .containsExactly("S/Said/Resource Non-Compliant", "S/Unsaid/Resource Not Evaluated");
    }

    @Test
    void refusesToComeTooLate() {
        var app = app(Map.of());
        new Stack(app, "S");

        assertThatThrownBy(() -> HipaaGuardrails.apply(app))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too late");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThatThrownBy(() -> HipaaGuardrails.apply(app(Map.of(HipaaGuardrails.AS_OF, "tomorrow"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yyyy-MM-dd");
    }

    private App app(Map<String, Object> context) {
        return new App(
                AppProps.builder().context(context).outdir(directory.toString()).build());
    }
}
