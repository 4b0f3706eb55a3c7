package io.cordon.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;

/**
 * A trail of every object and item, in a stack of its own, as an app with PHI must have one: a construct's test is about
 * the construct. It is raw, so that the packs say nothing of it.
 */
final class CoveringTrail {
    private CoveringTrail() {}

    static void in(Stack stack) {
        CfnResource.Builder.create(stack, "Trail")
                .type("AWS::CloudTrail::Trail")
                .properties(Map.of(
                        "IsLogging", true,
                        "IsMultiRegionTrail", true,
                        "IncludeGlobalServiceEvents", true,
                        "S3BucketName", "covering-trail",
                        "AdvancedEventSelectors",
                                Stream.of("AWS::S3::Object", "AWS::DynamoDB::Table", "AWS::DynamoDB::Stream")
                                        .map(CoveringTrail::allOf)
                                        .toList()))
                .build();
    }

    private static Map<String, Object> allOf(String type) {
        return Map.of(
                "FieldSelectors",
                List.of(
                        Map.of("Field", "eventCategory", "Equals", List.of("Data")),
                        Map.of("Field", "resources.type", "Equals", List.of(type))));
    }
}
