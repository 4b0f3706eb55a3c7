package io.cordon.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.HipaaGuardrails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** An app synthesized once under both packs: its templates, its manifest and its findings. */
public final class Synthesized {
    /** The stack of the trail that covers whatever else the app holds. */
    public static final String TRAIL_STACK = "CoveringTrail";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    private Synthesized(Path directory) {
        this.directory = directory;
    }

    /** Synthesizes what {@code content} puts into a new app. */
    public static Synthesized app(Consumer<App> content) {
        return app(Map.of(), content);
    }

    /** Synthesizes what {@code content} puts into a new app with {@code context}. */
    public static Synthesized app(Map<String, Object> context, Consumer<App> content) {
        var all = new HashMap<String, Object>(context);
        all.put("@aws-cdk/core:failSynthOnValidationErrors", false);
        var app = new App(AppProps.builder().context(all).build());
        HipaaGuardrails.apply(app);
        content.accept(app);
        CoveringTrail.in(new Stack(app, TRAIL_STACK));
        return new Synthesized(Path.of(app.synth().getDirectory()));
    }

    /** Returns the value of a text block of JSON. */
    public static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the template of a stack, for assertions. */
    public Template template(String stack) {
        return Template.fromJSON(JSON.convertValue(file(stack + ".template.json"), new TypeReference<>() {}));
    }

    /** Returns the resources of one type, in the template's order. */
    public List<JsonNode> resources(String stack, String type) {
        return file(stack + ".template.json")
                .path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    /** Returns the manifest of the assembly. */
    public JsonNode manifest() {
        return file("manifest.json");
    }

    /** Returns the findings of both packs that nothing excuses, as rule and construct. */
    public List<String> violations() {
        return findings("violations");
    }

    /** Returns the excused findings of both packs, as rule and construct. */
    public List<String> suppressed() {
        return findings("suppressedViolations");
    }

    /** Returns what the CDK's annotations warn of, as construct and text. */
    public List<String> warnings() {
        return manifest()
                .path("artifacts")
                .valueStream()
                .map(artifact -> artifact.path("additionalMetadataFile").asText())
                .filter(file -> !file.isEmpty())
                .flatMap(file -> file(file).properties().stream())
                .flatMap(construct -> construct
                        .getValue()
                        .valueStream()
                        .filter(entry -> entry.path("type").asText().equals("aws:cdk:warning"))
                        .map(entry ->
                                construct.getKey() + " " + entry.path("data").asText()))
                .toList();
    }

    private List<String> findings(String kind) {
        return file("validation-report.json")
                .path("pluginReports")
                .valueStream()
                .flatMap(report -> report.path(kind).valueStream())
                .flatMap(finding -> finding.path("violatingConstructs")
                        .valueStream()
                        .map(construct -> finding.path("ruleName").asText() + " "
                                + construct.path("constructPath").asText()))
                .sorted()
                .toList();
    }

    private JsonNode file(String name) {
        try {
            return JSON.readTree(directory.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
