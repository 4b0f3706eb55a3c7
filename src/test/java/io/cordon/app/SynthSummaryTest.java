package io.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.HipaaGuardrails;
import io.cordon.compliance.evidence.ExceptionRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

class SynthSummaryTest {
    @TempDir
    Path directory;

    @Test
    void leavesItToTheEvidenceToSayWhichExceptionsEndSoon() {
        var soon = summary(LocalDate.parse("2026-12-20"));
        var late = summary(LocalDate.parse("2026-12-21"));

        assertThat(soon.outcome().exceptions())
                .extracting(ExceptionRow::endsSoon)
                .containsOnly("yes");
        assertThat(late.outcome().exceptions())
                .extracting(ExceptionRow::endsSoon)
                .containsOnly("no");
        assertThat(soon.outcome().evidence().resolve("exceptions.csv"))
                .content()
                .contains("2026-12-21,,no,code");
        assertThat(soon.lines()).isEqualTo(late.lines()).noneMatch(line -> line.contains("2026-12"));
    }

    private SynthSummary summary(LocalDate end) {
        var app = new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .outdir(directory.toString())
                .build());
        var gate = HipaaGuardrails.apply(app);
        Acknowledge.on(new Bucket(new Stack(app, "S"), "B"))
                .until(end)
                .hipaa(
                        "S3BucketReplicationEnabled",
                        "Temporary data must not be copied to where its expiry does not reach.");
        app.synth();
        return new SynthSummary(gate.outcome().orElseThrow(), Duration.ZERO);
    }
}
