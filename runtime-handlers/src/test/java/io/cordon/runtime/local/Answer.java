package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a function answered, as API Gateway reads it. */
public record Answer(int status, JsonNode headers, JsonNode body, String text) {
    /** What this JSON says. */
    public static Answer of(String json) {
        try {
            JsonMapper mapper = new JsonMapper();
            JsonNode answer = mapper.readTree(json);
            String text = answer.get("body").textValue();
            return new Answer(answer.get("statusCode").intValue(), answer.get("headers"), mapper.readTree(text), text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header. */
    public String header(String name) {
        return headers.path(name).asText("");
    }

    /** The id of the job that was opened. */
    public String jobId() {
        return body.path("jobId").asText("");
    }
}
