package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource of a template. */
record Resource(String id, String type, JsonNode properties) {
    /** What is written at a JSON pointer; missing where there is nothing. */
    JsonNode at(String pointer) {
        return properties.at(pointer);
    }
}
