package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * A method of the API and the path that leads to it.
 *
 * @param path with the names of its parameters in braces
 */
record Route(Resource resource, String method, String path) {
    static Route of(Template template, Resource method) {
        return new Route(method, method.at("/HttpMethod").asText(), path(template, method.at("/ResourceId")));
    }

    /** A route of the manifest, which no resource stands behind. */
    static Route in(JsonNode manifest) {
        Resource none = new Resource("", "", MissingNode.getInstance());
        return new Route(
                none, manifest.path("method").asText(), manifest.path("path").asText());
    }

    /** Whether both are the same method of the same path. */
    boolean leadsLike(Route other) {
        return toString().equals(other.toString());
    }

    boolean takes(Call call) {
        String pattern = "\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E";
        return call.method().equals(method) && Pattern.matches(pattern, call.path());
    }

    /** What stands in a path where this one has parameters; null where it has none. */
    JsonNode parameters(String actual) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        String[] names = path.split("/", -1);
        String[] values = actual.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), values[i]);
            }
        }
        return parameters.isEmpty() ? JsonNodeFactory.instance.nullNode() : parameters;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** The root is an attribute of the API; everything below it refers to its parent. */
    private static String path(Template template, JsonNode resource) {
        if (!resource.has("Ref")) {
            return "";
        }
        Resource part = template.resource(resource.path("Ref").asText());
        return path(template, part.at("/ParentId")) + "/" + part.at("/PathPart").asText();
    }
}
