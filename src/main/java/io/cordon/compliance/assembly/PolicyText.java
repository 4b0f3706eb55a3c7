package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy of a template as text, and its wildcards as IAM reads them. */
public final class PolicyText {
    /** Stands for what only the deployment knows; no policy has it. */
    public static final String GAP = "\uFFFD";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}!]*}");
    private static final Pattern WILD = Pattern.compile("[*?" + GAP + "]");

    private PolicyText() {}

    /** Returns one or many as many: each branch of a condition counts, and what is taken away does not. */
    public static Stream<JsonNode> many(JsonNode node) {
        if (node.isMissingNode() || node.path("Ref").asText().equals("AWS::NoValue")) {
            return Stream.of();
        }
        if (node.isArray()) {
            return node.valueStream().flatMap(PolicyText::many);
        }
        return node.has("Fn::If")
                ? node.path("Fn::If").valueStream().skip(1).flatMap(PolicyText::many)
                : Stream.of(node);
    }

    /** Returns {@code node} with a gap for each thing that only the deployment knows. */
    public static String text(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        if (node.has("Fn::Join") && node.at("/Fn::Join/1").isArray()) {
            return node.at("/Fn::Join/1")
                    .valueStream()
                    .map(PolicyText::text)
                    .collect(Collectors.joining(node.at("/Fn::Join/0").asText()));
        }
        if (node.has("Fn::Sub")) {
            var pattern = node.path("Fn::Sub");
            return VARIABLE.matcher(pattern.isArray() ? pattern.path(0).asText() : pattern.asText())
                    .replaceAll(GAP);
        }
        return node.path("Ref").asText().equals("AWS::Partition") ? "aws" : GAP;
    }

    /** Returns what {@code glob}, whose case does not count, can mean. */
    public static Predicate<String> covering(String glob) {
        return new Glob(glob);
    }

    /** Returns whether {@code text} can mean more than one thing. */
    public static boolean isWild(String text) {
        return WILD.matcher(text).find();
    }
}
