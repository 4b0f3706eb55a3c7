package io.cordon.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.testing.Statements;
import io.cordon.testing.Statements.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.assertions.Template;

/** A synthesized bucket policy, asked the way IAM asks it; the bucket's ARN is written {@code arn:bucket}. */
final class BucketPolicy {
    private final List<JsonNode> statements;

    private BucketPolicy(List<JsonNode> statements) {
        this.statements = statements;
    }

    static BucketPolicy of(Template template, String logicalIdPrefix) {
        var policies = new ObjectMapper().<JsonNode>valueToTree(template.findResources("AWS::S3::BucketPolicy"));
        return new BucketPolicy(elements(policies)
                .filter(it -> it.at("/Properties/Bucket/Ref").asText().startsWith(logicalIdPrefix))
                .flatMap(it -> elements(it.at("/Properties/PolicyDocument/Statement")))
                .toList());
    }

    boolean denies(String action, String key, Map<String, String> context) {
        return of(it -> it.path("Principal").path("AWS").asText().equals("*")).deny(asked(action, key, context));
    }

    boolean deniesOnBucket(String action, Map<String, String> context) {
        return denies(action, "", context);
    }

    boolean allowsService(String service, String action, String key, Map<String, String> context) {
        return of(it -> it.path("Principal").path("Service").asText().equals(service))
                        .allow(asked(action, key, context))
                && !denies(action, key, context);
    }

    private Statements of(Predicate<JsonNode> principal) {
        return new Statements(statements.stream().filter(principal).toList(), BucketPolicy::text);
    }

    private static Request asked(String action, String key, Map<String, String> context) {
        return new Request(action, key.isEmpty() ? "arn:bucket" : "arn:bucket/" + key, context);
    }

    /** Intrinsics are read as the plain text that they become. */
    private static String text(JsonNode node) {
        if (node.has("Fn::GetAtt")) {
            return node.at("/Fn::GetAtt/0").asText().contains("Key") ? "arn:key" : "arn:bucket";
        }
        if (node.has("Fn::Join")) {
            return elements(node.at("/Fn::Join/1")).map(BucketPolicy::text).collect(Collectors.joining());
        }
        return node.has("Ref") ? node.path("Ref").asText() : node.asText();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
