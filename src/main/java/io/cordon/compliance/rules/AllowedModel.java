package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A foundation model, or whatever else is said in its place, that a policy lets somebody call.
 *
 * @param geography the prefix of an inference profile, empty for the model itself
 * @param id the model, with {@code *} where the policy has it
 */
public record AllowedModel(String geography, String id) {
    /** What carries such a policy. */
    public static final Set<String> TYPES =
            Set.of("AWS::EC2::VPCEndpoint", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::Role");

    private static final Pattern MODEL = Pattern.compile(".*:foundation-model/(.+)");
    private static final Pattern PROFILE = Pattern.compile(".*:inference-profile/(?:([a-z-]+)\\.)?([^/]+)");

    /** Returns what {@code resource} allows, as far as its template says it; kinds of our own naming are not read. */
    public static List<AllowedModel> in(TemplateResource resource) {
        var inline = StreamSupport.stream(resource.properties().path("Policies").spliterator(), false);
        return Stream.concat(Stream.of(resource.properties()), inline)
                .flatMap(policy -> many(policy.at("/PolicyDocument/Statement")))
                .filter(AllowedModel::lets)
                .flatMap(statement -> many(statement.path("Resource")))
                .flatMap(arn -> read(text(arn)))
                .distinct()
                .toList();
    }

    private static boolean lets(JsonNode statement) {
        return statement.path("Effect").asText().equals("Allow")
                && many(statement.path("Action"))
                        .map(JsonNode::asText)
                        .anyMatch(action -> action.equals("bedrock:*") || action.startsWith("bedrock:Invoke"));
    }

    private static Stream<AllowedModel> read(String arn) {
        if (arn.equals("*")) {
            return Stream.of(new AllowedModel("", "*"));
        }
        var model = MODEL.matcher(arn);
        if (model.matches()) {
            return Stream.of(new AllowedModel("", model.group(1)));
        }
        var profile = PROFILE.matcher(arn);
        return profile.matches()
                ? Stream.of(new AllowedModel(profile.group(1) == null ? "" : profile.group(1), profile.group(2)))
                : Stream.of();
    }

    /** An ARN with a gap for each thing that only the deployment knows. */
    private static String text(JsonNode node) {
        if (node.has("Fn::Join")) {
            return many(node.at("/Fn::Join/1"))
                    .map(AllowedModel::text)
                    .collect(Collectors.joining(node.at("/Fn::Join/0").asText()));
        }
        return node.has("Fn::Sub") ? node.path("Fn::Sub").asText() : node.asText();
    }

    private static Stream<JsonNode> many(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
