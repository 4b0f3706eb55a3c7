package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The smallest template that the journey can go through, written from the manifest as the constructs would. */
final class SmallStack {
    private static final Map<String, String> IDS = Map.of(
            "upload", "Upload",
            "status", "Status",
            "process", "Process",
            "result", "Result",
            "cleanup", "Cleanup",
            "authorizer", "Authorizer",
            "price-seed", "PriceSeed");
    private static final Map<String, String> NAMES = Map.of(
            "uploads", "{\"Ref\":\"Uploads\"}",
            "application", "{\"Ref\":\"Application\"}",
            "costs", "{\"Ref\":\"Costs\"}",
            "model", "\"eu.amazon.nova-lite-v1:0\"",
            "signingKeys", "{\"Fn::GetAtt\":[\"Signing\",\"Arn\"]}");
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("largestUploadBytes", "5000000"),
            Map.entry("uploadsPerHour", "100"),
            Map.entry("uploadUrlSeconds", "300"),
            Map.entry("jobDays", "4"),
            Map.entry("allowedOrigins", ""),
            Map.entry("metricsNamespace", "Cordon/Tests"),
            Map.entry("model", "amazon.nova-lite-v1:0"),
            Map.entry("longestTextCharacters", "20000"),
            Map.entry("longestAnswerTokens", "4096"),
            Map.entry("tries", "3"),
            Map.entry("costRecordDays", "400"),
            Map.entry("tokenIssuer", "https://sign-in.example.org"),
            Map.entry("tokenAudience", "clinic-api"),
            Map.entry("longestTokenSeconds", "900"));
    /** How API Gateway is told to call a function. */
    static final String CALL = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${%sLive}/invocations";

    private final ObjectNode resources = Json.MAPPER.createObjectNode();

    private SmallStack() {}

    static ObjectNode template() {
        SmallStack stack = new SmallStack();
        stack.stores();
        stack.api();
        IDS.forEach(stack::function);
        stack.arrivals();
        stack.prices();
        ObjectNode template = Json.MAPPER.createObjectNode();
        template.set("Resources", stack.resources);
        return template;
    }

    private void stores() {
        add("Uploads", "AWS::S3::Bucket", """
                {"VersioningConfiguration":{"Status":"Enabled"},
                 "NotificationConfiguration":{"EventBridgeConfiguration":{"EventBridgeEnabled":true}}}""");
        for (String table : List.of("Application", "Costs")) {
            add(table, "AWS::DynamoDB::Table", """
                    {"KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}],
                     "AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"},
                       {"AttributeName":"SK","AttributeType":"S"}]}""");
        }
        add("Signing", "AWS::KMS::Key", "{}");
    }

    private void api() {
        add("Api", "AWS::ApiGateway::RestApi", "{}");
        add("Stage", "AWS::ApiGateway::Stage", "{\"StageName\":\"live\"}");
        add("Guard", "AWS::ApiGateway::Authorizer", """
                {"Type":"REQUEST","IdentitySource":"method.request.header.Authorization",
                 "AuthorizerResultTtlInSeconds":60,"AuthorizerUri":{"Fn::Sub":"%s"}}""".formatted(CALL.formatted("Authorizer")));
        permission(
                "Authorizer",
                "apigateway",
                "arn:aws:execute-api:eu-west-1:${AWS::AccountId}:${Api}/authorizers/${Guard}");
    }

    private void function(String name, String id) {
        JsonNode entry = Manifest.function(name);
        ObjectNode properties = Json.MAPPER.createObjectNode();
        properties.set("Handler", entry.get("handler"));
        properties.set("Timeout", entry.get("timeoutSeconds"));
        ObjectNode variables = properties.putObject("Environment").putObject("Variables");
        entry.get("variables")
                .properties()
                .forEach(variable -> variables.set(variable.getKey(), value(variable.getValue())));
        add(id, "AWS::Lambda::Function", properties.toString());
        add(id + "Version", "AWS::Lambda::Version", "{\"FunctionName\":{\"Ref\":\"" + id + "\"}}");
        add(id + "Live", "AWS::Lambda::Alias", """
                {"Name":"live","FunctionName":{"Ref":"%s"},"FunctionVersion":{"Fn::GetAtt":["%sVersion","Version"]}}""".formatted(id, id));
        entry.get("routes").forEach(route -> route(route, id));
    }

    /** Each route has resources of its own, which CloudFormation would refuse and the journey cannot tell. */
    private void route(JsonNode route, String id) {
        String parent = "{\"Fn::GetAtt\":[\"Api\",\"RootResourceId\"]}";
        int depth = 0;
        for (String part : route.get("path").textValue().substring(1).split("/", -1)) {
            String resource = id + "Path" + depth++;
            add(resource, "AWS::ApiGateway::Resource", "{\"ParentId\":" + parent + ",\"PathPart\":\"" + part + "\"}");
            parent = "{\"Ref\":\"" + resource + "\"}";
        }
        String method = route.get("method").textValue();
        add(id + "Method", "AWS::ApiGateway::Method", """
                {"HttpMethod":"%s","ResourceId":%s,"AuthorizationType":"CUSTOM","AuthorizerId":{"Ref":"Guard"},
                 "Integration":{"Type":"AWS_PROXY","Uri":{"Fn::Sub":"%s"}}}""".formatted(method, parent, CALL.formatted(id)));
        String path = route.get("path").textValue().replaceAll("\\{[^}]+}", "*");
        permission(
                id, "apigateway", "arn:aws:execute-api:eu-west-1:${AWS::AccountId}:${Api}/${Stage}/" + method + path);
    }

    private void arrivals() {
        add("Arrivals", "AWS::Events::Rule", """
                {"EventPattern":{"source":["aws.s3"],"detail-type":["Object Created"],
                   "detail":{"bucket":{"name":[{"Ref":"Uploads"}]},"object":{"key":[{"prefix":"incoming/"}]}}},
                 "Targets":[{"Id":"Process","Arn":{"Ref":"ProcessLive"}}]}""");
        permission("Process", "Arrivals", "events", "${Arrivals.Arn}");
    }

    private void prices() {
        add("Prices", "Custom::PriceBook", """
                {"ServiceToken":{"Ref":"PriceSeedLive"},"Version":"2026-11","Prices":[{"model":"amazon.nova-lite-v1:0",
                  "inputMicroUsdPerMillionTokens":"800000","outputMicroUsdPerMillionTokens":"4000000",
                  "cacheReadMicroUsdPerMillionTokens":"80000","cacheWriteMicroUsdPerMillionTokens":"1000000"}]}""");
    }

    private void permission(String id, String service, String source) {
        permission(id, id, service, source);
    }

    private void permission(String id, String of, String service, String source) {
        add(of + "Permission", "AWS::Lambda::Permission", """
                {"FunctionName":{"Ref":"%sLive"},"Principal":"%s.amazonaws.com","SourceArn":{"Fn::Sub":"%s"}}""".formatted(id, service, source));
    }

    private void add(String id, String type, String properties) {
        resources.putObject(id).put("Type", type).set("Properties", Json.of(properties));
    }

    private static JsonNode value(JsonNode variable) {
        if (variable.has("nameOf")) {
            return Json.of(
                    Objects.requireNonNull(NAMES.get(variable.get("nameOf").textValue())));
        }
        return variable.has("value")
                ? variable.get("value")
                : Json.MAPPER
                        .getNodeFactory()
                        .textNode(SETTINGS.get(variable.get("setting").textValue()));
    }
}
