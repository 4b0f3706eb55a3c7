package io.cordon.policies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A policy in IAM's own language, as it lies in {@code policies/}: whoever has no CDK can attach it as it is.
 *
 * @param version the version of the language
 * @param statements what it says
 */
public record IamDocument(
        @JsonProperty("Version") String version,
        @JsonProperty("Statement") List<Map<String, Object>> statements) {

    /** The statement that names models, in each document that has one. */
    public static final String MODELS = "ModelsOfTheList";

    private static final IamDocument AI_BOUNDARY = PolicyFile.read("boundary/ai-boundary.json", IamDocument.class);

    /** Returns the most that a function may do: {@code policies/boundary/ai-boundary.json}. */
    public static IamDocument aiBoundary() {
        return AI_BOUNDARY;
    }
}
