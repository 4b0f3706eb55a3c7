package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An authorizer of the API: asked for a token once, its answer kept for all that the token asks next. */
final class DeployedAuthorizer {
    private static final String PREFIX = "method.request.header.";
    private static final String HEADER = "Authorization";

    private final DeployedFunction function;
    private final boolean keeps;
    private final Map<String, Optional<JsonNode>> kept = new HashMap<>();

    DeployedAuthorizer(Template template, Resource authorizer, DeployedFunction function) {
        String source = template.text(authorizer.at("/IdentitySource"));
        Mismatch.unless(
                source.equals(PREFIX + HEADER),
                "The template's authorizer waits for " + source + "; tokens come in " + PREFIX + HEADER + ".");
        Mismatch.unless(
                authorizer.at("/Type").asText().equals("REQUEST"),
                "The template's authorizer is of type " + authorizer.at("/Type").asText()
                        + ": the function reads the whole request.");
        this.keeps = authorizer.at("/AuthorizerResultTtlInSeconds").asInt(300) > 0;
        this.function = function;
    }

    /** The decision about a call: either a status that ends it, or the context that the event gets. */
    record Decision(OptionalInt refused, ObjectNode context) {
        private static Decision refused(int status) {
            return new Decision(OptionalInt.of(status), Json.MAPPER.createObjectNode());
        }
    }

    /** Asks, unless the answer for this token is known. */
    Decision ask(Call call, ObjectNode event, String methodArn) {
        String identity = call.headers().get(HEADER);
        if (identity == null) {
            return Decision.refused(401);
        }
        Optional<JsonNode> answer = keeps && kept.containsKey(identity) ? kept.get(identity) : answer(event, methodArn);
        kept.put(identity, answer);
        return answer.map(given -> decision(given, methodArn)).orElseGet(() -> Decision.refused(401));
    }

    private Optional<JsonNode> answer(ObjectNode event, String methodArn) {
        try {
            return Optional.of(Json.of(
                    function.answer(event.deepCopy().put("type", "REQUEST").put("methodArn", methodArn))));
        } catch (DeployedFunction.Failed e) {
            if (!e.says("Unauthorized")) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Decision decision(JsonNode answer, String methodArn) {
        boolean allowed = Manifest.list(answer.at("/policyDocument/Statement"))
                .anyMatch(statement -> statement.path("Effect").asText().equals("Allow")
                        && statement.path("Action").asText().equals("execute-api:Invoke")
                        && DeployedFunctions.like(statement.path("Resource").asText(), methodArn));
        if (!allowed) {
            return Decision.refused(403);
        }
        ObjectNode context = ((ObjectNode) answer.get("context")).deepCopy();
        context.set("principalId", answer.get("principalId"));
        return new Decision(OptionalInt.empty(), context);
    }
}
