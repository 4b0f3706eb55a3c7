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
 * @param raw whether it was made without a typed class, so that cdk-nag cannot see into it
 * @param properties its properties as synthesized
 */
public record TemplateResource(
        String stack, String path, String logicalId, String type, boolean raw, JsonNode properties) {

    /** Where types keep their tags: most in the first, some in a property of their own. */
    private static final List<String> TAGS = List.of("Tags", "BackupVaultTags", "FileSystemTags");

    /** Returns the value of a tag, if the template states it literally. */
    public Optional<String> tag(String key) {
        // A global table is tagged replica by replica; its first one stands in the stack's own region or speaks for it.
        return type.equals("AWS::DynamoDB::GlobalTable")
                ? tag(properties.at("/Replicas/0"), key)
                : tag(properties, key);
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
