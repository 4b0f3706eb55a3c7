package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files that travel in the jar. */
public final class Manifest {
    private Manifest() {}

    /** A file of {@code META-INF/cordon}. */
    public static JsonNode file(String name) {
        try (InputStream in = Manifest.class.getResourceAsStream("/META-INF/cordon/" + name)) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entry of a function. */
    public static JsonNode function(String name) {
        return StreamSupport.stream(file("functions.json").get("functions").spliterator(), false)
                .filter(function -> function.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The names of all functions. */
    public static List<String> functions() {
        return list(file("functions.json").get("functions"))
                .map(function -> function.get("name").textValue())
                .toList();
    }

    /** The names in an object. */
    public static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The elements of an array. */
    public static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
