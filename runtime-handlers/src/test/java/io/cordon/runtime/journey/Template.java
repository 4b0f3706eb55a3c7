package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A template as CloudFormation reads it: references become the names of the local parts that stand for resources. */
final class Template {
    private static final Set<String> FUNCTIONS =
            Set.of("Ref", "Fn::GetAtt", "Fn::Join", "Fn::Sub", "Fn::Select", "Fn::Split");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final JsonNode resources;
    private final Names names = new Names(this);

    Template(JsonNode template) {
        this.resources = template.path("Resources");
    }

    static Template in(Path file) throws IOException {
        return new Template(Json.MAPPER.readTree(file.toFile()));
    }

    /** The resources of a type, in the order in which they are written. */
    List<Resource> all(String type) {
        return resources.properties().stream()
                .map(Map.Entry::getKey)
                .map(this::resource)
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    Resource resource(String id) {
        JsonNode resource = resources.get(id);
        if (resource == null) {
            throw new Mismatch("The template refers to " + id + ", which it does not hold.");
        }
        return new Resource(id, resource.path("Type").asText(), resource.path("Properties"));
    }

    /** What {@code Ref} says of a resource. */
    String name(Resource resource) {
        return names.of(resource);
    }

    String arn(Resource resource) {
        return names.attribute(resource, "Arn");
    }

    /** The text that a value becomes; empty where there is none. */
    String text(JsonNode value) {
        return value.isObject() ? called(value.properties().iterator().next()) : value.asText();
    }

    /** The value with every reference in it resolved. */
    JsonNode resolved(JsonNode value) {
        if (value.isObject()
                && value.size() == 1
                && FUNCTIONS.contains(value.fieldNames().next())) {
            return TextNode.valueOf(text(value));
        }
        if (value.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> all.set(field.getKey(), resolved(field.getValue())));
            return all;
        }
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> all.add(resolved(element)));
            return all;
        }
        return value;
    }

    private String called(Map.Entry<String, JsonNode> call) {
        JsonNode value = call.getValue();
        return switch (call.getKey()) {
            case "Ref" -> ref(value.asText());
            case "Fn::GetAtt" ->
                attribute(value.isArray() ? value.path(0).asText() + "." + text(value.path(1)) : value.asText());
            case "Fn::Join" ->
                list(value.path(1)).collect(Collectors.joining(value.path(0).asText()));
            case "Fn::Sub" -> substituted(value);
            case "Fn::Select" -> list(value.path(1)).toList().get(value.path(0).asInt());
            default -> throw new Mismatch("The journey cannot read " + call.getKey() + " in the template.");
        };
    }

    private Stream<String> list(JsonNode value) {
        JsonNode split = value.path("Fn::Split");
        return split.isMissingNode()
                ? StreamSupport.stream(value.spliterator(), false).map(this::text)
                : Stream.of(
                        text(split.path(1)).split(Pattern.quote(split.path(0).asText()), -1));
    }

    private String substituted(JsonNode value) {
        JsonNode own = value.path(1);
        Matcher variables = VARIABLE.matcher(value.isArray() ? value.path(0).asText() : value.asText());
        return variables.replaceAll(found -> {
            String name = found.group(1);
            String text = own.has(name) ? text(own.get(name)) : name.contains(".") ? attribute(name) : ref(name);
            return Matcher.quoteReplacement(text);
        });
    }

    private String ref(String id) {
        return id.startsWith("AWS::") ? Names.pseudo(id) : names.of(resource(id));
    }

    private String attribute(String path) {
        int dot = path.indexOf('.');
        return names.attribute(resource(path.substring(0, dot)), path.substring(dot + 1));
    }
}
