package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.ControlRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/** An app behind the gate, synthesized once, with its report as the CDK wrote it and the outcome as we tell it. */
record GatedApp(Path directory, JsonNode report, GateOutcome outcome) {

    /** Synthesizes one stack {@code S}; findings do not throw, so that a test can read them. */
    static GatedApp of(Consumer<Stack> content) {
        return of(Map.of(), content);
    }

    static GatedApp of(Map<String, Object> context, Consumer<Stack> content) {
        var app = new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .postCliContext(context)
                .outdir(temporary().toString())
                .build());
        var gate = HipaaGuardrails.apply(app);
        content.accept(new Stack(
                app,
                "S",
                StackProps.builder()
                        .env(Environment.builder().region("eu-west-1").build())
                        .build()));
        var directory = Path.of(app.synth().getDirectory());
        var gated = new GatedApp(
                directory,
                json(directory.resolve("validation-report.json")),
                gate.outcome().orElseThrow());
        assertThat(gated.outcome.passes())
                .as("our verdict is the CDK's")
                .isEqualTo(gated.violations().stream().noneMatch(id -> id.matches("(HIPAA|NIST|Cordon).*")));
        return gated;
    }

    /** Returns the ids of the violations that stand, as the CDK reports them. */
    List<String> violations() {
        return ids("violations");
    }

    /** Returns the ids of the violations that exceptions excuse, as the CDK reports them. */
    List<String> suppressed() {
        return ids("suppressedViolations");
    }

    /** Returns what a plugin says of the violations that stand. */
    List<String> descriptions(String plugin) {
        return said(plugin, "description");
    }

    /** Returns what a plugin tells to do about them. */
    List<String> fixes(String plugin) {
        return said(plugin, "suggestedFix");
    }

    private List<String> said(String plugin, String what) {
        return StreamSupport.stream(report.path("pluginReports").spliterator(), false)
                .filter(it -> it.path("pluginName").asText().equals(plugin))
                .flatMap(it -> StreamSupport.stream(it.path("violations").spliterator(), false))
                .map(violation -> violation.path(what).asText())
                .toList();
    }

    List<ControlRow> rows(String ruleId) {
        return outcome.controls().stream()
                .filter(row -> row.ruleId().equals(ruleId))
                .toList();
    }

    String evidence(String file) {
        try {
            return Files.readString(outcome.evidence().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> ids(String kind) {
        return StreamSupport.stream(report.path("pluginReports").spliterator(), false)
                .flatMap(plugin -> StreamSupport.stream(plugin.path(kind).spliterator(), false)
                        .map(violation -> plugin.path("pluginName").asText() + "::"
                                + violation.path("ruleName").asText()))
                .sorted()
                .toList();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cordon-gate");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
