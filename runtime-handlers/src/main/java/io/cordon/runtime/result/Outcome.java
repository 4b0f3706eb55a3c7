package io.cordon.runtime.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.jobs.FailureCause;
import java.io.IOException;
import java.util.Optional;

/** Reads what {@code process} wrote; the messages of its exceptions say nothing of it, because that is health data. */
final class Outcome {
    private static final int SCHEMA = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private Outcome() {}

    /** What was found, without the account of the call that found it. */
    static ObjectNode answer(byte[] result) {
        if (read(result).get("answer") instanceof ObjectNode answer) {
            return answer;
        }
        throw new IllegalStateException("A result holds no answer");
    }

    /** Why there is no answer; empty when this version does not know the word. */
    static Optional<FailureCause> cause(byte[] failure) {
        return FailureCause.parse(read(failure).path("cause").asText());
    }

    private static JsonNode read(byte[] json) {
        JsonNode outcome = parsed(json);
        if (outcome.path("schema").asInt() != SCHEMA) {
            throw new IllegalStateException("An outcome has another schema");
        }
        return outcome;
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("An outcome is not JSON");
        }
    }
}
