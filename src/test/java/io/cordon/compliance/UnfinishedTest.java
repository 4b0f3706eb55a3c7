package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import io.cordon.compliance.source.ConstructLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.s3.Bucket;

/** A pack that throws: one sentence, a synth that fails, and no evidence of what nobody looked at. */
class UnfinishedTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    @TempDir
    Path directory;

    private App app;

    @BeforeEach
    void newApp() {
        app = new App(AppProps.builder().outdir(directory.toString()).build());
    }

    @Test
    void saysWhatKeptTheEvidenceFromBeingWritten() throws IOException {
        HipaaGuardrails.apply(app);
        new Bucket(new Stack(app, "S"), "B");
        Files.writeString(directory.resolve("evidence"), "a file where the folder belongs");

        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");

        assertThat(directory.resolve("validation-report.json"))
                .content()
                .contains(
                        "CordonExceptions did not finish: " + directory.resolve("evidence/controls.csv")
                                + ": cannot be written (",
                        "Mend what it names.");
    }

    @Test
    void callsNothingCompliantThatAPackDidNotComeTo() {
        var outcome = synthWith(new IllegalStateException("the rules ran out\n    at a.js:1"));

        assertThat(outcome.passes()).isFalse();
        assertThat(outcome.controls())
                .filteredOn(row -> row.ruleId().startsWith(NagRules.HIPAA + "::HIPAA"))
                .hasSize(90)
                .allSatisfy(row -> {
                    assertThat(row.compliance()).isEqualTo(Compliance.NOT_EVALUATED);
                    assertThat(row.cause()).isEqualTo("HIPAA.Security did not finish: the rules ran out");
                });
    }

    @Test
    void tellsOfAnErrorAsOfAnException() {
        var outcome =
                synthWith(new ExceptionInInitializerError(new IllegalStateException("policies/x.json: $.y: missing")));

        assertThat(outcome.passes()).isFalse();
        assertThat(outcome.controls())
                .anyMatch(
                        row -> row.ruleInfo()
                                .equals(
                                        "HIPAA.Security did not finish: ExceptionInInitializerError (policies/x.json: $.y: missing)"));
    }

    @Test
    void judgesNoExceptionOfAPackThatDidNotFinish() {
        var outcome = synthWith(new IllegalStateException("the rules ran out"));

        assertThat(outcome.ungoverned()).isZero();
        assertThat(outcome.exceptions())
                .singleElement()
                .satisfies(row -> assertThat(row.standing()).isEqualTo("not judged: its pack did not finish"));
    }

    @Test
    void namesTheExceptionThatSaysNothing() {
        var outcome = synthWith(new UnsupportedOperationException());

        assertThat(outcome.controls())
                .anyMatch(row -> row.ruleInfo().equals("HIPAA.Security did not finish: UnsupportedOperationException"));
    }

    @Test
    void keepsWhatIsKnownOfAnAppThatCannotBeRead() throws IOException {
        var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("tree.json"), "{");
        var inspection = new Inspection(elsewhere, TODAY, FileExceptions.none(), ConstructLines.of(app));
        Validations.of(app)
                .addPlugins(
                        new GatePlugin(Governance.PACK, inspection, new GovernanceJudge(inspection, outcome -> {})));
        new Bucket(new Stack(app, "S"), "B");
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        var controls = elsewhere.resolve("evidence/controls.csv");
        var known = Files.readString(controls);

        EarlyEnd.leaveWord(inspection);

        assertThat(known).contains("tree.json: cannot be read").doesNotContain(",Compliant,", ",Not Applicable,");
        assertThat(controls.resolveSibling("index.html")).content().contains("tree.json: cannot be read");
        assertThat(controls.resolveSibling(ManifestFile.NAME)).exists();
        assertThat(controls).as("the end of the program adds nothing").hasContent(known);
    }

    private GateOutcome synthWith(Throwable thrown) {
        var inspection = new Inspection(directory, TODAY, FileExceptions.none(), ConstructLines.of(app));
        var outcome = new AtomicReference<GateOutcome>();
        Validations.of(app)
                .addPlugins(
                        new GatePlugin(NagRules.HIPAA, inspection, context -> {
                            throw sneaky(thrown);
                        }),
                        new GatePlugin(Governance.PACK, inspection, new GovernanceJudge(inspection, outcome::set)));
        Acknowledge.on(new Bucket(new Stack(app, "S"), "B"))
                .finding(
                        NagRules.HIPAA + "::HIPAA.Security-S3BucketReplicationEnabled",
                        "Temporary data must not be copied to where its expiry does not reach.");
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        return Objects.requireNonNull(outcome.get());
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
