package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which models one statement of a policy lets somebody call. */
final class ModelStatement {
    private static final List<String> CALLS = List.of(
            "bedrock:InvokeModel",
            "bedrock:InvokeModelWithBidirectionalStream",
            "bedrock:InvokeModelWithResponseStream",
            "bedrock:CreateModelInvocationJob");

    /** Of this service's calls no ARN names the model. */
    private static final String NAMELESS = "bedrock-mantle:CreateInference";

    private final JsonNode statement;

    ModelStatement(JsonNode statement) {
        this.statement = statement;
    }

    Stream<AllowedModel> models() {
        if (statement.path("Effect").asText().equals("Deny")) {
            return Stream.of();
        }
        if (lets(NAMELESS)) {
            return Stream.of(AllowedModel.ANY);
        }
        // Agents and flows, which call a model for their caller, start with bedrock:Invoke too.
        var lets = CALLS.stream().anyMatch(this::lets)
                || texts("Action").anyMatch(it -> it.toLowerCase(Locale.ROOT).startsWith("bedrock:invoke"));
        if (!lets) {
            return Stream.of();
        }
        return statement.has("NotResource") ? Stream.of(AllowedModel.ANY) : resources();
    }

    private boolean lets(String call) {
        return statement.has("NotAction")
                ? texts("NotAction").noneMatch(it -> PolicyText.covering(it).test(call))
                : texts("Action").anyMatch(it -> PolicyText.covering(it).test(call));
    }

    private Stream<AllowedModel> resources() {
        var asked = PolicyText.many(statement.at("/Condition/StringEquals/aws:RequestedRegion"))
                .map(PolicyText::text)
                .toList();
        return texts("Resource").flatMap(arn -> ModelArn.read(arn, asked));
    }

    private Stream<String> texts(String key) {
        return PolicyText.many(statement.path(key)).map(PolicyText::text);
    }
}
