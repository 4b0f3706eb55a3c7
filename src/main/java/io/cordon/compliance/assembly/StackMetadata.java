package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack's artifact records beside its template, and beside the templates of the stacks that are nested in it.
 *
 * @param stackName what CloudFormation calls it
 * @param logicalIds of constructs, by their paths
 * @param exceptions what was acknowledged in it
 */
record StackMetadata(String stackName, Map<String, String> logicalIds, List<RecordedException> exceptions) {
    private static final String ACKNOWLEDGED = "aws:cdk:acknowledged-rules";

    static StackMetadata read(Path template, String stack) {
        var directory = template.resolveSibling("");
        var artifacts = Assembly.json(directory.resolve("manifest.json")).path("artifacts");
        for (var entry : artifacts.properties()) {
            var properties = entry.getValue().path("properties");
            if (template.getFileName()
                    .toString()
                    .equals(properties.path("templateFile").asText())) {
                // The manifest leaves the name out where it is the artifact's own.
                var name = properties.path("stackName").asText(entry.getKey());
                return of(name, metadata(entry.getValue(), directory));
            }
        }
        throw new IllegalStateException(stack + ": no artifact in " + directory.resolve("manifest.json"));
    }

    static StackMetadata of(String stackName, JsonNode metadata) {
        var logicalIds = new HashMap<String, String>();
        var exceptions = new ArrayList<RecordedException>();
        metadata.fields().forEachRemaining(construct -> {
            var path = construct.getKey().substring(1);
            for (JsonNode entry : construct.getValue()) {
                if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
                    logicalIds.put(path, entry.path("data").asText());
                } else if (entry.path("type").asText().equals(ACKNOWLEDGED)) {
                    entry.path("data")
                            .fields()
                            .forEachRemaining(rule -> exceptions.add(new RecordedException(
                                    path,
                                    rule.getKey(),
                                    rule.getValue().asText(),
                                    terms(construct.getValue(), rule.getKey()))));
                }
            }
        });
        return new StackMetadata(stackName, logicalIds, exceptions);
    }

    /** Returns the construct paths of one template's logical ids: two templates may use the same ones. */
    Map<String, String> paths(String stack) {
        var nested = NestedStacks.paths(logicalIds.keySet());
        var paths = new HashMap<String, String>();
        logicalIds.forEach((path, id) -> {
            if (path.startsWith(stack + "/")
                    && nested.stream().noneMatch(it -> it.startsWith(stack + "/") && path.startsWith(it + "/"))) {
                paths.put(id, path);
            }
        });
        return paths;
    }

    private static JsonNode metadata(JsonNode artifact, Path directory) {
        var file = artifact.path("additionalMetadataFile").asText();
        return file.isEmpty() || !Files.exists(directory.resolve(file))
                ? artifact.path("metadata")
                : Assembly.json(directory.resolve(file));
    }

    private static RecordedException.@Nullable Terms terms(JsonNode entries, String id) {
        for (JsonNode entry : entries) {
            var data = entry.path("data");
            if (entry.path("type").asText().equals(RecordedException.TERMS_METADATA)
                    && data.path("id").asText().equals(id)) {
                return new RecordedException.Terms(
                        data.path("owner").asText(),
                        data.path("expires").asText(),
                        data.path("compensation").asText(),
                        data.path("ticket").asText(),
                        data.path("file").asText());
            }
        }
        return null;
    }
}
