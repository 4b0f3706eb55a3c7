package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.efs.CfnFileSystem;

/** cdk-nag tells findings of a rule as one group, in the words that fit the first of them. */
class SecondLookTest {
    private static final String EFS = "HIPAA.Security::HIPAA.Security-EFSEncrypted";

    @TempDir
    Path directory;

    @Test
    void tellsWhatARuleBrokeFromWhatItCouldNotRead() {
        var rows = GatedApp.of(stack -> {
                    var parameter = new CfnParameter(stack, "P").getValue();
                    CfnFileSystem.Builder.create(stack, "A")
                            .encrypted(parameter)
                            .build();
                    CfnFileSystem.Builder.create(stack, "B").encrypted(false).build();
                    CfnFileSystem.Builder.create(stack, "C")
                            .encrypted(parameter)
                            .build();
                    CfnFileSystem.Builder.create(stack, "D").encrypted(true).build();
                })
                .rows(EFS);

        assertThat(rows)
                .extracting(row -> row.resourceId() + " " + row.compliance())
                .containsExactly("S/A Not Evaluated", "S/B Non-Compliant", "S/C Not Evaluated", "S/D Compliant");
        assertThat(rows)
                .filteredOn(row -> !row.cause().isEmpty())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.cause()).contains("{\"Ref\":\"P\"}"));
    }

    @Test
    void tellsItWhicheverStandsFirst() {
        var app = GatedApp.of(stack -> {
            CfnFileSystem.Builder.create(stack, "A").encrypted(false).build();
            CfnFileSystem.Builder.create(stack, "B")
                    .encrypted(new CfnParameter(stack, "P").getValue())
                    .build();
        });

        assertThat(app.rows(EFS))
                .extracting(row -> row.resourceId() + " " + row.compliance())
                .containsExactly("S/A Non-Compliant", "S/B Not Evaluated");
        assertThat(app.outcome().passes()).isFalse();
    }

    @Test
    void saysOfWhatItCannotAskAloneThatItWasNotEvaluated() {
        var app = new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .outdir(directory.toString())
                .build());
        var gate = HipaaGuardrails.apply(app);
        var stack = new Stack(app, "S");
        CfnFileSystem.Builder.create(stack, "First")
                .encrypted(new CfnParameter(stack, "P").getValue())
                .build();
        for (var i = 0; i < 4; i++) {
            var other = new Stack(app, "Other" + i);
            IntStream.range(0, 300)
                    .forEach(file -> CfnFileSystem.Builder.create(other, "F" + file)
                            .encrypted(false)
                            .build());
        }

        app.synth();

        var rows = gate.outcome().orElseThrow().controls().stream()
                .filter(row -> row.ruleId().equals(EFS))
                .collect(Collectors.groupingBy(
                        row -> row.compliance() + (row.cause().contains("too large") ? ", too large" : "")));
        assertThat(rows)
                .containsOnlyKeys("Non-Compliant", "Not Evaluated", "Not Evaluated, too large")
                .hasEntrySatisfying(
                        "Non-Compliant",
                        some -> assertThat(some).hasSizeBetween(SecondLook.MOST / 3, SecondLook.MOST / 2));
    }
}
