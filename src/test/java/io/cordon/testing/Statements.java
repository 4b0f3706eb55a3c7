package io.cordon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a synthesized policy, asked the way IAM asks them. It knows the operators that our policies use and
 * fails on any other.
 *
 * @param list the statements
 * @param text what an intrinsic function becomes
 */
public record Statements(List<JsonNode> list, Function<JsonNode, String> text) {
    /**
     * What somebody asks for.
     *
     * @param context the condition keys that the request carries
     */
    public record Request(String action, String resource, Map<String, String> context) {}

    /** Returns whether a statement allows it and none denies it. */
    public boolean allow(Request request) {
        return matching("Allow", request) && !deny(request);
    }

    /** Returns whether a statement denies it. */
    public boolean deny(Request request) {
        return matching("Deny", request);
    }

    private boolean matching(String effect, Request request) {
        return list.stream()
                .filter(it -> it.path("Effect").asText().equals(effect))
                .filter(it -> many(it.path("Action")).anyMatch(pattern -> like(pattern, request.action)))
                .filter(it -> it.has("NotResource")
                        ? many(it.path("NotResource")).noneMatch(pattern -> like(pattern, request.resource))
                        : many(it.path("Resource")).anyMatch(pattern -> like(pattern, request.resource)))
                .anyMatch(it -> holds(it.path("Condition"), request.context));
    }

    private boolean holds(JsonNode conditions, Map<String, String> context) {
        return conditions.properties().stream()
                .allMatch(operator -> operator.getValue().properties().stream()
                        .allMatch(test -> holds(
                                operator.getKey(),
                                context.get(test.getKey()),
                                many(test.getValue()).toList())));
    }

    private static boolean holds(String operator, @Nullable String actual, List<String> expected) {
        return switch (operator) {
            case "Null" -> expected.contains(String.valueOf(actual == null));
            case "Bool", "StringEquals" -> actual != null && expected.contains(actual);
            case "BoolIfExists" -> actual == null || expected.contains(actual);
            case "StringNotEquals" -> actual == null || !expected.contains(actual);
            case "ArnLike", "ArnEquals", "StringLike" ->
                actual != null && expected.stream().anyMatch(it -> like(it, actual));
            case "ForAllValues:StringLike" ->
                actual == null || expected.stream().anyMatch(it -> like(it, actual));
            case "NumericLessThan" -> actual != null && number(actual) < number(expected.get(0));
            case "NumericGreaterThan" -> actual != null && number(actual) > number(expected.get(0));
            default -> throw new AssertionError(operator + " is not known here");
        };
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static boolean like(String pattern, String text) {
        return text.matches(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private Stream<String> many(JsonNode node) {
        return (node.isArray() ? node.valueStream() : Stream.of(node)).map(text);
    }
}
