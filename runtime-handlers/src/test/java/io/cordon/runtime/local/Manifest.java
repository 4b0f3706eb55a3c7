package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
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
}
