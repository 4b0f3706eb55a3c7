package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Returns the value of a tag, if the template states it literally. */
    public Optional<String> tag(String key) {
        var tags = properties.path("Tags");
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
