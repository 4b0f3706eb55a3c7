package io.cordon.runtime.reading;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a model is told, from the files of one version. A version that was released never changes, because results name it:
 * another wording is another version.
 *
 * @param version such as {@code document-v1}
 * @param system the rules
 * @param user what goes with the document; nothing of the document is ever put into either
 * @param tool name, description and input schema of the one tool that the model is to call
 */
record Prompt(String version, String system, String user, Tool tool) {
    private static final String CURRENT = "document-v1";

    /** The one tool, as its file says. */
    record Tool(String name, String description, ObjectNode inputSchema) {}

    /** The version that new documents are read with. */
    static Prompt current() {
        return of(CURRENT);
    }

    static Prompt of(String version) {
        try {
            String folder = "/prompts/" + version + "/";
            return new Prompt(
                    version,
                    text(folder + "system.md").strip(),
                    text(folder + "user.md").strip(),
                    new JsonMapper().readValue(text(folder + "tool.json"), Tool.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Prompt.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The jar has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
