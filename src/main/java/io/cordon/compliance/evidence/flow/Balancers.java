package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.Optional;
import java.util.stream.Stream;

/** Load balancers: their listeners and rules forward requests to groups of targets. */
final class Balancers {
    private final FlowGraph graph;

    Balancers(FlowGraph graph) {
        this.graph = graph;
    }

    void read() {
        graph.resources().forEach(it -> {
            switch (it.type()) {
                case "AWS::ElasticLoadBalancingV2::LoadBalancer" -> balancer(it);
                case "AWS::ElasticLoadBalancingV2::Listener" ->
                    forward(it, it, it.properties().path("DefaultActions"), "DefaultActions");
                case "AWS::ElasticLoadBalancingV2::ListenerRule" ->
                    graph.follow(it.properties().path("ListenerArn"), it, "ListenerArn")
                            .ifPresent(listener ->
                                    forward(listener, it, it.properties().path("Actions"), "Actions"));
                default -> {}
            }
        });
    }

    private void balancer(TemplateResource balancer) {
        var caller =
                balancer.properties().path("Scheme").asText().equals("internal") ? Doorways.VPC : Doorways.INTERNET;
        graph.edge(
                graph.outside(NodeKind.OUTSIDE, caller),
                graph.node(balancer),
                EdgeKind.CALLS,
                "",
                Why.of(balancer, "Scheme"));
    }

    private void forward(TemplateResource listener, TemplateResource speaker, JsonNode actions, String property) {
        graph.follow(listener.properties().path("LoadBalancerArn"), listener, "LoadBalancerArn")
                .ifPresent(balancer -> PolicyText.many(actions)
                        .flatMap(Balancers::groups)
                        .flatMap(it -> graph.follow(it, speaker, property).stream())
                        .forEach(group -> targets(balancer, group, speaker, property)));
    }

    /** One group stands in the action itself, several in how it forwards. */
    private static Stream<JsonNode> groups(JsonNode action) {
        return Stream.concat(
                        Stream.of(action.path("TargetGroupArn")),
                        PolicyText.many(action.at("/ForwardConfig/TargetGroups"))
                                .map(it -> it.path("TargetGroupArn")))
                .filter(it -> !it.isMissingNode());
    }

    private void targets(TemplateResource balancer, TemplateResource group, TemplateResource speaker, String property) {
        var targets = PolicyText.many(group.properties().path("Targets")).toList();
        if (targets.isEmpty()) {
            graph.unresolved(group, "Targets", "names no target: what answers registers at deployment or later");
        }
        targets.stream()
                .map(it -> graph.follow(it.path("Id"), group, "Targets"))
                .flatMap(Optional::stream)
                .forEach(target -> graph.edge(
                        graph.node(balancer), graph.node(target), EdgeKind.STARTS, "", Why.of(speaker, property)));
    }
}
