package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayDeque;
import java.util.Optional;

/** Where requests come in and which function answers them: APIs and their routes, function URLs, distributions. */
final class Doorways {
    static final String INTERNET = "Internet";
    static final String VPC = "Callers in a VPC";

    private static final int LONGEST_PATH = 32;

    private final FlowGraph graph;

    Doorways(FlowGraph graph) {
        this.graph = graph;
    }

    void read() {
        graph.resources().forEach(it -> {
            switch (it.type()) {
                case "AWS::ApiGateway::RestApi" -> api(it, "EndpointConfiguration", isPrivate(it));
                case "AWS::ApiGatewayV2::Api" -> api(it, "ProtocolType", false);
                case "AWS::CloudFront::Distribution" -> distribution(it);
                case "AWS::ApiGateway::Method" -> method(it);
                case "AWS::ApiGateway::Authorizer" -> authorizer(it, "RestApiId");
                case "AWS::ApiGatewayV2::Authorizer" -> authorizer(it, "ApiId");
                case "AWS::ApiGatewayV2::Route" -> route(it);
                case "AWS::Lambda::Url" -> url(it);
                case "AWS::AppRunner::Service",
                        "AWS::AppSync::GraphQLApi",
                        "AWS::IoT::TopicRule",
                        "AWS::Transfer::Server",
                        "AWS::VpcLattice::Service" ->
                    graph.unresolved(it, "Type", "lets data in by a door that this flow does not follow: " + it.type());
                default -> {}
            }
        });
    }

    private void api(TemplateResource api, String property, boolean closed) {
        var caller = closed ? VPC : INTERNET;
        graph.edge(graph.outside(NodeKind.OUTSIDE, caller), graph.node(api), EdgeKind.CALLS, "", Why.of(api, property));
    }

    private static boolean isPrivate(TemplateResource api) {
        return api.properties().at("/EndpointConfiguration/Types/0").asText().equals("PRIVATE");
    }

    private void method(TemplateResource method) {
        var properties = method.properties();
        var integration = properties.path("Integration");
        if (integration.path("Type").asText().equals("MOCK") || integration.isMissingNode()) {
            return;
        }
        var label = properties.path("HttpMethod").asText() + " " + path(method);
        starts(properties.path("RestApiId"), integration.path("Uri"), method, label, guard(properties, method));
    }

    private void route(TemplateResource route) {
        var target = graph.resolver().text(route.properties().path("Target"), route.stack());
        var integration = graph.resolver().mentioned(target).stream().findFirst();
        if (integration.isEmpty()) {
            graph.unresolved(route, "Target", "names no integration of these templates");
            return;
        }
        starts(
                route.properties().path("ApiId"),
                integration.get().properties().path("IntegrationUri"),
                route,
                route.properties().path("RouteKey").asText(),
                guard(route.properties(), route));
    }

    private void starts(JsonNode api, JsonNode uri, TemplateResource speaker, String label, String guard) {
        var from = graph.follow(api, speaker, "RestApiId");
        var to = graph.follow(uri, speaker, "Integration");
        if (from.isPresent() && to.isPresent()) {
            graph.edge(
                    graph.node(from.get()),
                    graph.node(to.get()),
                    EdgeKind.STARTS,
                    label + " (" + guard + ")",
                    Why.of(speaker, "Integration"));
        }
    }

    private String guard(JsonNode properties, TemplateResource speaker) {
        var authorizer = graph.resolver().resource(properties.path("AuthorizerId"), speaker.stack());
        return authorizer.map(it -> "authorizer " + Names.of(it)).orElseGet(() -> switch (properties
                .path("AuthorizationType")
                .asText("NONE")) {
            case "NONE" -> "no authorization";
            case "AWS_IAM" -> "IAM";
            default -> "authorization " + properties.path("AuthorizationType").asText();
        });
    }

    private String path(TemplateResource method) {
        var parts = new ArrayDeque<String>();
        var at = graph.resolver().resource(method.properties().path("ResourceId"), method.stack());
        for (var i = 0; i < LONGEST_PATH && isPart(at); i++) {
            var part = at.orElseThrow();
            parts.addFirst(part.properties().path("PathPart").asText());
            at = graph.resolver().resource(part.properties().path("ParentId"), part.stack());
        }
        return "/" + String.join("/", parts);
    }

    private static boolean isPart(Optional<TemplateResource> resource) {
        return resource.filter(it -> it.type().equals("AWS::ApiGateway::Resource"))
                .isPresent();
    }

    private void authorizer(TemplateResource authorizer, String api) {
        var uri = authorizer.properties().path("AuthorizerUri");
        var from = graph.follow(authorizer.properties().path(api), authorizer, api);
        var to = graph.follow(uri, authorizer, "AuthorizerUri");
        if (from.isPresent() && to.isPresent()) {
            graph.edge(
                    graph.node(from.get()),
                    graph.node(to.get()),
                    EdgeKind.ASKS_LEAVE_OF,
                    "",
                    Why.of(authorizer, "AuthorizerUri"));
        }
    }

    private void url(TemplateResource url) {
        var auth = url.properties().path("AuthType").asText().equals("NONE") ? "no authorization" : "IAM";
        graph.follow(url.properties().path("TargetFunctionArn"), url, "TargetFunctionArn")
                .ifPresent(it -> graph.edge(
                        graph.outside(NodeKind.OUTSIDE, INTERNET),
                        graph.node(it),
                        EdgeKind.CALLS,
                        "function URL (" + auth + ")",
                        Why.of(url, "AuthType")));
    }

    private void distribution(TemplateResource distribution) {
        api(distribution, "DistributionConfig", false);
        distribution
                .properties()
                .at("/DistributionConfig/Origins")
                .forEach(origin -> graph.follow(origin.path("DomainName"), distribution, "DistributionConfig.Origins")
                        .ifPresent(it -> graph.edge(
                                graph.node(distribution),
                                graph.node(it),
                                EdgeKind.CALLS,
                                "origin",
                                Why.of(distribution, "DistributionConfig.Origins"))));
    }
}
