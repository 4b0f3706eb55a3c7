package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a template says at one place: a value, nothing, or something that only the deployment knows.
 *
 * @param value what stands there
 * @param open whether a function of the template stands there or above
 */
record Stated(JsonNode value, boolean open) {
    /** What is said of what only the deployment knows. */
    static final String OPEN = "known at deployment only";

    private static final Stated NOTHING = new Stated(MissingNode.getInstance(), false);

    /** Reads the place that a JSON pointer names. */
    static Stated at(JsonNode root, String pointer) {
        var node = root;
        for (var segment : pointer.substring(1).split("/", -1)) {
            if (isFunction(node)) {
                return isNoValue(node) ? NOTHING : new Stated(node, true);
            }
            node = node.isArray() && segment.matches("\\d") ? node.path(Integer.parseInt(segment)) : node.path(segment);
        }
        return node.isMissingNode() || node.isNull() || isNoValue(node) ? NOTHING : new Stated(node, isFunction(node));
    }

    boolean isAbsent() {
        return value.isMissingNode();
    }

    /** Whether {@code node} is what the template leaves to the deployment. */
    static boolean isFunction(JsonNode node) {
        return node.isObject()
                && node.size() == 1
                && (node.has("Ref") || node.fieldNames().next().startsWith("Fn::"));
    }

    private static boolean isNoValue(JsonNode node) {
        return node.path("Ref").asText().equals("AWS::NoValue");
    }
}
