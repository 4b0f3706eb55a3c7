package io.cordon.compliance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A folder of exceptions of an app, written by a test. */
record StatedExceptions(Path folder) {
    static final String RULE = "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled";
    static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns a folder with one file, whose entries are in order but for what each change does to one of them. */
    @SafeVarargs
    static StatedExceptions of(Consumer<ObjectNode>... changes) {
        var file = JSON.createObjectNode();
        for (var change : changes) {
            change.accept(inOrder(file.withArray("exceptions").addObject()));
        }
        return written(file.toPrettyString());
    }

    /** Returns a folder with one file of that content. */
    static StatedExceptions written(String content) {
        try {
            var folder = Files.createTempDirectory("cordon-exceptions").resolve("exceptions");
            Files.createDirectory(folder);
            Files.writeString(folder.resolve("clinic.json"), content);
            return new StatedExceptions(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the context of an app that reads it. */
    Map<String, Object> context() {
        return Map.of(HipaaGuardrails.EXCEPTIONS, folder.toString());
    }

    private static ObjectNode inOrder(ObjectNode entry) {
        return entry.put("id", RULE)
                .put("scope", "S/B/Resource")
                .put("reason", REASON)
                .put("compensatingControl", "The documents are deleted within four days.")
                .put("owner", "Head of platform")
                .put("ticket", "SEC-17")
                .put("expires", "2027-06-30");
    }
}
