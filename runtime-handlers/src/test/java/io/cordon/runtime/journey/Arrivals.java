package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.journey.DeployedFunctions.Calling;
import io.cordon.runtime.local.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.event.ruler.Ruler;

/** The rules of a template, matched with events by the library that EventBridge itself matches with. */
final class Arrivals {
    private static final String SERVICE = "events.amazonaws.com";

    private final Template template;
    private final DeployedFunctions functions;

    Arrivals(Template template, DeployedFunctions functions) {
        this.template = template;
        this.functions = functions;
    }

    /** The function of this name, which an event must start, and nothing beside it. */
    DeployedFunction starts(String function, JsonNode event) {
        List<DeployedFunction> started = startedBy(event);
        if (started.isEmpty()) {
            throw new Mismatch(whyNot(function, event));
        }
        Mismatch.unless(
                started.size() == 1 && started.get(0).name().equals(function),
                "The template starts " + started + " for an arriving object; the manifest starts " + function + ".");
        return started.get(0);
    }

    /** An event that must start nothing: what a function writes must not call it again. */
    void startNothing(JsonNode event) {
        Mismatch.unless(
                startedBy(event).isEmpty(),
                "The template starts " + startedBy(event) + " for "
                        + event.at("/detail/object/key").asText() + ", which no upload brought.");
    }

    private List<DeployedFunction> startedBy(JsonNode event) {
        return rules().filter(rule -> sends(event) && matches(pattern(rule), event))
                .flatMap(this::targets)
                .toList();
    }

    /** The one sentence that says why an event does not start this function. */
    private String whyNot(String function, JsonNode event) {
        if (!sends(event)) {
            return "The bucket " + bucket(event) + " of the template tells EventBridge nothing, so no upload starts "
                    + function + ".";
        }
        return rules().filter(
                        rule -> targets(rule).anyMatch(target -> target.name().equals(function)))
                .findFirst()
                .map(rule -> "The rule " + rule.id() + " of the template starts " + function + " only where "
                        + unmet("", pattern(rule), event).orElse("nothing can match") + ".")
                .orElse("No rule of the template starts " + function + "; the manifest starts it by arriving objects.");
    }

    private Stream<Resource> rules() {
        return template.all("AWS::Events::Rule").stream()
                .filter(rule -> rule.properties().has("EventPattern")
                        && !rule.at("/State").asText().equals("DISABLED"));
    }

    private Stream<DeployedFunction> targets(Resource rule) {
        return Manifest.list(rule.at("/Targets"))
                .map(target -> template.text(target.path("Arn")))
                .filter(arn -> arn.startsWith("arn:aws:lambda:"))
                .map(arn -> functions.called(arn, new Calling("The rule " + rule.id(), SERVICE, template.arn(rule))));
    }

    private JsonNode pattern(Resource rule) {
        return template.resolved(rule.at("/EventPattern"));
    }

    private boolean sends(JsonNode event) {
        return template.all("AWS::S3::Bucket").stream()
                .filter(bucket -> template.name(bucket).equals(bucket(event)))
                .anyMatch(bucket -> bucket.at("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                        .asBoolean());
    }

    private static String bucket(JsonNode event) {
        return event.at("/detail/bucket/name").asText();
    }

    /** The first part of a pattern that keeps an event out: all parts must match, so each can be tried alone. */
    private static Optional<String> unmet(String path, JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> part : pattern.properties()) {
            String at = path + "/" + part.getKey();
            if (part.getValue().isObject()) {
                Optional<String> deeper = unmet(at, part.getValue(), event);
                if (deeper.isPresent()) {
                    return deeper;
                }
            } else if (!matches(alone(at, part.getValue()), event)) {
                return Optional.of(
                        at.substring(1).replace('/', '.') + " is " + part.getValue() + ", and S3 says " + event.at(at));
            }
        }
        return Optional.empty();
    }

    private static JsonNode alone(String path, JsonNode value) {
        ObjectNode pattern = Json.MAPPER.createObjectNode();
        int last = path.lastIndexOf('/');
        (last == 0 ? pattern : pattern.withObject(path.substring(0, last))).set(path.substring(last + 1), value);
        return pattern;
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        try {
            return Ruler.matchesRule(event.toString(), pattern.toString());
        } catch (Exception e) {
            throw new Mismatch("The template has a pattern that EventBridge cannot read: " + e.getMessage());
        }
    }
}
