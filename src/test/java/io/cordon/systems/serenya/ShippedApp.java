package io.cordon.systems.serenya;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.GateOutcome;
import io.cordon.compliance.HipaaGuardrails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** A synth of the whole app, as shipped, into a folder of its own. */
record ShippedApp(Path directory, GateOutcome outcome) {
    private static final ShippedApp ONCE = again();

    /** Returns the one that tests share. */
    static ShippedApp once() {
        return ONCE;
    }

    static ShippedApp again() {
        try {
            var app = new App(AppProps.builder()
                    .context(Map.of(HipaaGuardrails.AS_OF, "2026-11-20"))
                    .outdir(Files.createTempDirectory("cordon-shipped").toString())
                    .build());
            var gate = HipaaGuardrails.apply(app);
            Serenya.addTo(app);
            return new ShippedApp(
                    Path.of(app.synth().getDirectory()), gate.outcome().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode json(String file) {
        try {
            return JsonMapper.builder().build().readTree(text(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Stream<JsonNode> resources(String stack, String... types) {
        var found = Stream.<JsonNode>builder();
        json(stack + ".template.json").path("Resources").forEach(resource -> {
            if (Set.of(types).contains(resource.path("Type").asText())) {
                found.add(resource);
            }
        });
        return found.build();
    }
}
