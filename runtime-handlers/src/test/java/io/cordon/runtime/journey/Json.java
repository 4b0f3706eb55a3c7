package io.cordon.runtime.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads text that is known to be JSON. */
final class Json {
    static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
