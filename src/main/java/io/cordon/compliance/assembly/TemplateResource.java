package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One resource of a template.
 *
 * @param stack the construct path of its stack
 * @param path the construct path
 * @param logicalId the name in the template
 * @param type the CloudFormation type
 * @param condition the condition under which it is created, empty if it always is
 * @param raw whether it was made without a typed class, so that cdk-nag cannot see into it
 * @param properties its properties as synthesized
 * @param definition all that the template says of it: besides the properties, what becomes of it on deletion
 */
public record TemplateResource(
        String stack,
        String path,
        String logicalId,
        String type,
        String condition,
        boolean raw,
        JsonNode properties,
        JsonNode definition) {

    /** Where types keep their tags: most in the first, some in a property of their own. */
    private static final List<String> TAGS = List.of("Tags", "BackupVaultTags", "FileSystemTags");

    /** Returns the value of a tag, if the template states it literally. */
    public Optional<String> tag(String key) {
        return type.equals("AWS::DynamoDB::GlobalTable")
                ? tagOfAll(properties.path("Replicas"), key)
                : tag(properties, key);
    }

    /** A global table is tagged replica by replica; what only some of them say is not said of the table. */
    private static Optional<String> tagOfAll(JsonNode replicas, String key) {
        var values = replicas.valueStream()
                .map(replica -> tag(replica, key))
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    /** Returns whether this is created at least whenever {@code other} is. */
    public boolean existsWith(TemplateResource other) {
        return condition.isEmpty() || condition.equals(other.condition) && stack.equals(other.stack);
    }

    private static Optional<String> tag(JsonNode properties, String key) {
        var tags = TAGS.stream()
                .map(properties::path)
                .filter(it -> !it.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
        if (tags.isObject()) {
            return Optional.ofNullable(tags.get(key))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }
        return StreamSupport.stream(tags.spliterator(), false)
                .filter(tag -> tag.path("Key").asText().equals(key))
                .map(tag -> tag.path("Value"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }
}
