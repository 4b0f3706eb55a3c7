package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.ControlRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.cloudformation.include.CfnInclude;

/** An app behind the gate with one stack for each template, loaded as the script for cdk-nag 2 loads it. */
final class IncludedTemplates {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IncludedTemplates() {}

    static List<ControlRow> controls(List<Path> templates, Path directory) {
        var app = new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .outdir(directory.toString())
                .build());
        var gate = HipaaGuardrails.apply(app);
        templates.forEach(template -> include(new Stack(app, Nag2Report.name(template)), template));
        app.synth();
        return gate.outcome().orElseThrow().controls();
    }

    private static void include(Stack stack, Path template) {
        var json = json(template);
        if (!json.path("Description").asText().equals("Raw")) {
            CfnInclude.Builder.create(stack, "T")
                    .templateFile(template.toString())
                    .build();
            return;
        }
        json.path("Resources")
                .properties()
                .forEach(resource -> CfnResource.Builder.create(stack, resource.getKey())
                        .type(resource.getValue().path("Type").asText())
                        .properties(JSON.convertValue(resource.getValue().path("Properties"), Map.class))
                        .build());
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
