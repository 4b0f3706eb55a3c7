package io.cordon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.compliance.HipaaGuardrails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;

/** An app behind the gate with one stack, and a trail beside it, whose findings can be read. */
public final class CheckedApp {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final App app;
    public final Stack stack;

    public CheckedApp() {
        this(Map.of());
    }

    public CheckedApp(Map<String, Object> context) {
        var all = new LinkedHashMap<String, Object>(context);
        all.put("@aws-cdk/core:failSynthOnValidationErrors", false);
        this.app = new App(AppProps.builder().context(all).build());
        HipaaGuardrails.apply(app);
        this.stack = stack("Clinic");
        CoveringTrail.in(stack("Trail"));
    }

    public Stack stack(String id) {
        var env = Environment.builder()
                .account("111122223333")
                .region("eu-west-1")
                .build();
        return new Stack(app, id, StackProps.builder().env(env).build());
    }

    public Template template() {
        return Template.fromStack(stack);
    }

    /** Returns the one resource of a type, whole. */
    public JsonNode only(String type) {
        var found = JSON.<JsonNode>valueToTree(template().findResources(type));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type);
        }
        return found.iterator().next();
    }

    public List<String> violations() {
        return findings("violations", "ruleName");
    }

    public List<String> acknowledged() {
        return findings("suppressedViolations", "acknowledgedId");
    }

    private List<String> findings(String list, String name) {
        return elements(report().path("pluginReports"))
                .flatMap(pack -> elements(pack.path(list)))
                .map(finding -> finding.path(name).asText())
                .sorted()
                .toList();
    }

    private JsonNode report() {
        try {
            return JSON.readTree(Path.of(app.synth().getDirectory(), "validation-report.json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
