package io.cordon.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One object of a manifest: it remembers what was asked of it and notes every problem with its JSON path. */
final class ManifestNode {
    private final JsonNode node;
    private final String path;
    private final List<String> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    ManifestNode(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    String text(String field) {
        var value = value(field);
        expect(field, value.isTextual() && !value.asText().isBlank(), "a text");
        return value.asText("");
    }

    int number(String field, int least, int most) {
        var value = value(field);
        var fits = value.isInt() && value.intValue() >= least && value.intValue() <= most;
        expect(field, fits, "a whole number from " + least + " to " + most);
        return value.asInt();
    }

    boolean flag(String field) {
        var value = value(field);
        expect(field, value.isBoolean(), "true or false");
        return value.asBoolean();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        var constants = List.of(type.getEnumConstants());
        var text = value(field).asText("");
        var found = constants.stream()
                .filter(constant -> lower(constant).equals(text))
                .findFirst();
        expect(
                field,
                found.isPresent(),
                "one of " + constants.stream().map(ManifestNode::lower).toList());
        return found.orElse(constants.get(0));
    }

    List<String> texts(String field) {
        return items(field, ManifestNode::asText);
    }

    List<List<String>> textLists(String field) {
        return items(field, list -> list.children(ManifestNode::asText));
    }

    <T> List<T> list(String field, Function<ManifestNode, T> item) {
        return items(field, item);
    }

    /** A list that may be left out, which means: empty. */
    List<String> optionalTexts(String field) {
        return node.has(field) ? texts(field) : List.of();
    }

    <T> Map<String, T> map(String field, Function<ManifestNode, T> item) {
        var value = value(field);
        expect(field, value.isObject(), "an object");
        Map<String, T> entries = new LinkedHashMap<>();
        value.properties()
                .forEach(entry -> entries.put(
                        entry.getKey(),
                        item.apply(new ManifestNode(
                                entry.getValue(), path + "." + field + "." + entry.getKey(), problems))));
        return entries;
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** Says that nothing else may stand here. */
    void end() {
        node.fieldNames().forEachRemaining(field -> {
            if (!asked.contains(field)) {
                problem(field, "unknown field; known are " + asked);
            }
        });
    }

    void problem(String field, String sentence) {
        problems.add(path + (field.isEmpty() ? "" : "." + field) + ": " + sentence);
    }

    private String asText() {
        if (!node.isTextual()) {
            problem("", node + " must be a text");
        }
        return node.asText();
    }

    private JsonNode value(String field) {
        asked.add(field);
        var value = node.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    private <T> List<T> items(String field, Function<ManifestNode, T> item) {
        var value = value(field);
        expect(field, value.isArray(), "a list");
        return new ManifestNode(value, path + "." + field, problems).children(item);
    }

    private <T> List<T> children(Function<ManifestNode, T> item) {
        List<T> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            var child = node.get(i);
            items.add(item.apply(new ManifestNode(
                    child == null ? MissingNode.getInstance() : child, path + "[" + i + "]", problems)));
        }
        return items;
    }

    private void expect(String field, boolean met, String expected) {
        if (!met) {
            problem(field, (node.has(field) ? node.get(field) : "missing") + "; must be " + expected);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
