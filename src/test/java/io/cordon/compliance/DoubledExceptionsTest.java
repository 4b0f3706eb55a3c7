package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.evidence.ExceptionRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StageSynthesisOptions;
import software.amazon.awscdk.services.s3.Bucket;

/** Exceptions in files and in code, beside each other and more than once. */
class DoubledExceptionsTest {
    private static final String SHORT_RULE = "S3BucketReplicationEnabled";

    @TempDir
    Path directory;

    @Test
    void refusesTheSameExceptionInAFileAndInCode() {
        var files = StatedExceptions.of(entry -> {});
        var same = GatedApp.of(
                files.context(),
                stack -> Acknowledge.on(Objects.requireNonNull(
                                new Bucket(stack, "B").getNode().getDefaultChild()))
                        .finding(StatedExceptions.RULE, "Another reason, as long as it has to be."));

        assertThat(same.violations()).contains("CordonExceptions::Duplicate");
        assertThat(same.outcome().exceptions())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.standing()).startsWith("Duplicate: "));
    }

    @Test
    void refusesTheSameExceptionTwiceInFiles() {
        var app = GatedApp.of(
                StatedExceptions.of(entry -> {}, entry -> entry.put("ticket", "SEC-18"))
                        .context(),
                stack -> new Bucket(stack, "B"));

        assertThat(app.violations()).contains("CordonExceptions::Duplicate");
    }

    @Test
    void refusesTheSameExceptionTwiceInCodeForTwoReasons() {
        var app = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                .hipaa(SHORT_RULE, StatedExceptions.REASON)
                .hipaa(SHORT_RULE, "Another reason, as long as it has to be."));

        assertThat(app.violations()).contains("CordonExceptions::Duplicate");
    }

    @Test
    void noFileSilencesTheGovernanceOfExceptions() {
        var app = GatedApp.of(
                StatedExceptions.of(
                                entry -> entry.put("owner", ""), entry -> entry.put("id", "CordonExceptions::NoOwner"))
                        .context(),
                stack -> new Bucket(stack, "B"));

        assertThat(app.violations()).contains("CordonExceptions::NoOwner", "CordonExceptions::MatchesNothing");
    }

    @Test
    void endsThePlainProgramWithAnError() {
        var app = app(StatedExceptions.of(entry -> entry.put("owner", "")).context());
        HipaaGuardrails.apply(app);
        new Bucket(new Stack(app, "S"), "B");

        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
    }

    @Test
    void aSecondSynthOfTheSameAppFindsNoTraceOfTheFirst() {
        var app = app(StatedExceptions.of(entry -> {}).context());
        var gate = HipaaGuardrails.apply(app);
        new Bucket(new Stack(app, "S"), "B");
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        var first = gate.outcome().orElseThrow();
        assertThatThrownBy(() ->
                        app.synth(StageSynthesisOptions.builder().force(true).build()))
                .hasMessageContaining("Validation failed");
        var second = gate.outcome().orElseThrow();

        assertThat(second).isNotSameAs(first);
        assertThat(second.exceptions())
                .isEqualTo(first.exceptions())
                .extracting(ExceptionRow::standing)
                .containsExactly("governed");
    }

    private App app(Map<String, Object> context) {
        return new App(AppProps.builder()
                .context(Map.of(HipaaGuardrails.AS_OF, "2026-11-20"))
                .postCliContext(context)
                .outdir(directory.toString())
                .build());
    }
}
