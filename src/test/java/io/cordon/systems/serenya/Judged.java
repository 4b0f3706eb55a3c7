package io.cordon.systems.serenya;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.testing.Statements;
import io.cordon.testing.Statements.Request;
import io.cordon.testing.Synthesized;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function of a synthesized stack may really do: its role, the boundary, the endpoint that it goes through and the
 * bucket must all agree. Account, region and names are made up from logical ids.
 */
final class Judged {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::AccountId",
            ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::Region",
            REGION,
            "AWS::URLSuffix",
            "amazonaws.com");
    /** By type, what an ARN names after the account. */
    private static final Map<String, String> ARNS = Map.of(
            "AWS::S3::Bucket", "arn:aws:s3:::",
            "AWS::DynamoDB::Table", "arn:aws:dynamodb:" + REGION + ":" + ACCOUNT + ":table/",
            "AWS::KMS::Key", "arn:aws:kms:" + REGION + ":" + ACCOUNT + ":key/",
            "AWS::CloudTrail::Trail", "arn:aws:cloudtrail:" + REGION + ":" + ACCOUNT + ":trail/",
            "AWS::SQS::Queue", "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":");

    private final Map<String, JsonNode> resources = new LinkedHashMap<>();

    Judged(Synthesized app, String stack) {
        new ObjectMapper()
                .<JsonNode>valueToTree(app.template(stack).toJSON())
                .path("Resources")
                .properties()
                .forEach(it -> resources.put(it.getKey(), it.getValue()));
    }

    /** The ARN of the one resource of this type whose logical id starts so. */
    String arn(String type, String id) {
        return ARNS.get(type) + only(type, id);
    }

    /** Why {@code function} may not do it; empty if it may. */
    String refusal(String function, Request request) {
        var service = request.action().replaceFirst(":.*", "");
        var asked = new Request(request.action(), request.resource(), context(service, request.context()));
        if (!policy(only("AWS::IAM::ManagedPolicy", function + "RolePolicy")).allow(asked)) {
            return "its role";
        }
        if (!policy(only("AWS::IAM::ManagedPolicy", "BoundaryPolicy")).allow(asked)) {
            return "the boundary";
        }
        if (!service.equals("kms") && !endpoint(service).allow(asked)) {
            return "the endpoint of " + service;
        }
        return service.equals("s3") && bucket(asked).deny(asked) ? "the bucket" : "";
    }

    /** What a request from inside carries, unless the test says otherwise. */
    private Map<String, String> context(String service, Map<String, String> given) {
        Map<String, String> context = new TreeMap<>(Map.of(
                "aws:PrincipalAccount",
                ACCOUNT,
                "aws:ResourceAccount",
                ACCOUNT,
                "aws:RequestedRegion",
                REGION,
                "aws:SecureTransport",
                "true",
                "s3:TlsVersion",
                "1.3",
                "aws:PrincipalIsAWSService",
                "false"));
        if (service.equals("s3")) {
            context.put("aws:sourceVpce", only("AWS::EC2::VPCEndpoint", "NetworkS3Endpoint"));
        }
        context.putAll(given);
        context.values().removeIf(String::isEmpty);
        return context;
    }

    private Statements endpoint(String service) {
        var id = Map.of("bedrock", "ModelsRuntime", "s3", "NetworkS3", "dynamodb", "NetworkDynamodb")
                .getOrDefault(service, "NetworkCloudtrail");
        return statements(resource(only("AWS::EC2::VPCEndpoint", id)).at("/Properties/PolicyDocument/Statement"));
    }

    private Statements bucket(Request request) {
        return resources.values().stream()
                .filter(it -> it.path("Type").asText().equals("AWS::S3::BucketPolicy"))
                .filter(it -> request.resource().startsWith("arn:aws:s3:::" + text(it.at("/Properties/Bucket"))))
                .map(it -> statements(it.at("/Properties/PolicyDocument/Statement")))
                .findFirst()
                .orElseThrow();
    }

    private Statements policy(String id) {
        return statements(resource(id).at("/Properties/PolicyDocument/Statement"));
    }

    private Statements statements(JsonNode list) {
        return new Statements(list.valueStream().toList(), this::text);
    }

    private JsonNode resource(String id) {
        return Objects.requireNonNull(resources.get(id), id);
    }

    private String only(String type, String id) {
        return resources.entrySet().stream()
                .filter(it -> it.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey)
                .filter(it -> it.startsWith(id))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    if (found.size() != 1) {
                        throw new AssertionError(type + " " + id + ": " + found);
                    }
                    return found.get(0);
                }));
    }

    private String text(JsonNode node) {
        if (node.has("Fn::Join")) {
            return node.at("/Fn::Join/1").valueStream().map(this::text).collect(Collectors.joining());
        }
        if (node.has("Fn::GetAtt")) {
            var id = node.at("/Fn::GetAtt/0").asText();
            return ARNS.getOrDefault(resource(id).path("Type").asText(), "") + id;
        }
        var ref = node.path("Ref").asText();
        return Stream.of(ref)
                .filter(it -> !it.isEmpty())
                .map(it -> PSEUDO.getOrDefault(it, it))
                .findFirst()
                .orElse(node.asText());
    }
}
