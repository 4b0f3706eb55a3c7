package io.cordon.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads one file of {@code policies/} from the class path, strictly. */
final class PolicyFile {
    private static final JsonMapper JSON = StrictJson.mapper();

    private PolicyFile() {}

    /**
     * Reads {@code policies/<name>}.
     *
     * @throws IllegalStateException naming file, JSON path, what is wrong there and what to write instead
     */
    static <T extends Record> T read(String name, Class<T> type) {
        try (InputStream in = PolicyFile.class.getResourceAsStream("/policies/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "policies/" + name + ": not on the class path; build with mvn process-classes");
            }
            return read(name, in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("policies/" + name + ": cannot be read", e);
        }
    }

    static <T extends Record> T read(String name, InputStream in, Class<T> type) throws IOException {
        var file = "policies/" + name;
        try {
            return JSON.readValue(StrictJson.text(in), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file + ": " + JsonProblem.sentence(e), e);
        }
    }
}
