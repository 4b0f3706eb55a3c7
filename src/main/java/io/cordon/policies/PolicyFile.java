package io.cordon.policies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Reads one file of {@code policies/} from the class path, strictly. */
final class PolicyFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Record.class, IgnoreSchema.class)
            .build();

    private PolicyFile() {}

    /**
     * Reads {@code policies/<name>}.
     *
     * @throws IllegalStateException naming file, JSON path and what is wrong there
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
        try {
            return JSON.readValue(in, type);
        } catch (JsonParseException e) {
            var at = e.getLocation();
            throw new IllegalStateException(
                    "policies/" + name + ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (JsonMappingException e) {
            var path = e.getPath().stream()
                    .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("", "$", ""));
            throw new IllegalStateException("policies/" + name + ": " + path + ": " + e.getOriginalMessage(), e);
        }
    }

    @JsonIgnoreProperties("$schema")
    private interface IgnoreSchema {}
}
