package io.cordon.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of {@code policies/} as they lie in the repository. */
final class PolicyData {
    private static final Path FOLDER = Path.of("policies");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyData() {}

    /** Returns every policy file, ascending; schemas, exceptions of an app and documents in IAM's own language are none. */
    static List<String> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json") && !name.matches("(schemas|exceptions|boundary|scp)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns every number or list of numbers of every file that says its reason, by file and JSON path. */
    static Map<String, JsonNode> figures() {
        var figures = new LinkedHashMap<String, JsonNode>();
        for (var file : files()) {
            json(text(file)).fields().forEachRemaining(entry -> {
                if (entry.getValue().has("value")) {
                    figures.put(file + " $." + entry.getKey(), entry.getValue());
                }
            });
        }
        return figures;
    }

    /** Returns what the schema that {@code text} should follow has against it. */
    static List<String> problems(String schema, String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(text("schemas/" + schema))
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
