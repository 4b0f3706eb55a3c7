package io.cordon.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.assertions.Template;

/**
 * A synthesized bucket policy, asked the way IAM asks it. It knows the operators that our policies use and fails on any
 * other; a bucket's ARN is written {@code arn:bucket}.
 */
final class BucketPolicy {
    private final List<JsonNode> statements;

    private BucketPolicy(List<JsonNode> statements) {
        this.statements = statements;
    }

    static BucketPolicy of(Template template, String logicalIdPrefix) {
        var policies = new ObjectMapper().<JsonNode>valueToTree(template.findResources("AWS::S3::BucketPolicy"));
        return new BucketPolicy(elements(policies)
                .filter(it -> it.at("/Properties/Bucket/Ref").asText().startsWith(logicalIdPrefix))
                .flatMap(it -> elements(it.at("/Properties/PolicyDocument/Statement")))
                .toList());
    }

    boolean denies(String action, String key, Map<String, String> context) {
        return statements("Deny", action, key, context)
                .anyMatch(it -> it.path("Principal").path("AWS").asText().equals("*"));
    }

    boolean deniesOnBucket(String action, Map<String, String> context) {
        return denies(action, "", context);
    }

    boolean allowsService(String service, String action, String key, Map<String, String> context) {
        return statements("Allow", action, key, context).anyMatch(it -> isFor(it, service))
                && statements("Deny", action, key, context).noneMatch(it -> isFor(it, service))
                && !denies(action, key, context);
    }

    private static boolean isFor(JsonNode statement, String service) {
        return statement.path("Principal").path("Service").asText().equals(service);
    }

    private Stream<JsonNode> statements(String effect, String action, String key, Map<String, String> context) {
        var resource = key.isEmpty() ? "arn:bucket" : "arn:bucket/" + key;
        return statements.stream()
                .filter(it -> it.path("Effect").asText().equals(effect))
                .filter(it -> many(it.path("Action")).anyMatch(pattern -> like(pattern, action)))
                .filter(it -> it.has("NotResource")
                        ? many(it.path("NotResource")).noneMatch(pattern -> like(pattern, resource))
                        : many(it.path("Resource")).anyMatch(pattern -> like(pattern, resource)))
                .filter(it -> it.path("Condition").properties().stream()
                        .allMatch(condition -> condition.getValue().properties().stream()
                                .allMatch(test -> holds(
                                        condition.getKey(),
                                        context.get(test.getKey()),
                                        many(test.getValue()).toList()))));
    }

    private static boolean holds(String operator, @Nullable String actual, List<String> expected) {
        return switch (operator) {
            case "Null" -> expected.contains(String.valueOf(actual == null));
            case "Bool", "StringEquals" -> actual != null && expected.contains(actual);
            case "BoolIfExists" -> actual == null || expected.contains(actual);
            case "StringNotEquals" -> actual == null || !expected.contains(actual);
            case "ArnLike" -> actual != null && expected.stream().anyMatch(it -> like(it, actual));
            case "NumericLessThan" ->
                actual != null && Double.parseDouble(actual) < Double.parseDouble(expected.get(0));
            case "NumericGreaterThan" ->
                actual != null && Double.parseDouble(actual) > Double.parseDouble(expected.get(0));
            default -> throw new AssertionError(operator + " is not known here");
        };
    }

    private static boolean like(String pattern, String text) {
        var regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return text.matches(regex);
    }

    private static Stream<String> many(JsonNode node) {
        return (node.isArray() ? elements(node) : Stream.of(node)).map(BucketPolicy::text);
    }

    /** Intrinsics are read as the plain text that they become. */
    private static String text(JsonNode node) {
        if (node.has("Fn::GetAtt")) {
            return node.at("/Fn::GetAtt/0").asText().contains("Key") ? "arn:key" : "arn:bucket";
        }
        if (node.has("Fn::Join")) {
            return elements(node.at("/Fn::Join/1")).map(BucketPolicy::text).collect(Collectors.joining());
        }
        return node.has("Ref") ? node.path("Ref").asText() : node.asText();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
