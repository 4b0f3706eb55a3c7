package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.Resolver;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Through which endpoint of its VPC a function reaches a service. */
final class Endpoints {
    static final String NO_VPC = "the service's public endpoint: it runs in no VPC";
    static final String BY_LAMBDA = "sent by Lambda itself, outside its VPC";
    static final String NONE = "no endpoint of its VPC is in the templates";
    static final String OPEN = "known at deployment only";

    private final Resolver resolver;
    private final List<TemplateResource> endpoints;

    Endpoints(FlowGraph graph) {
        this.resolver = graph.resolver();
        this.endpoints = graph.ofType("AWS::EC2::VPCEndpoint");
    }

    /** Returns the path of the endpoint, or why there is none; empty for what is no function. */
    String between(TemplateResource actor, String service) {
        if (NodeKind.of(actor.type()) != NodeKind.FUNCTION) {
            return "";
        }
        var subnets = actor.properties().at("/VpcConfig/SubnetIds");
        if (subnets.isEmpty() && !actor.properties().path("VpcConfig").has("Fn::If")) {
            return NO_VPC;
        }
        var networks = PolicyText.many(subnets)
                .flatMap(it -> resolver.resource(it, actor.stack()).stream())
                .flatMap(it -> resolver.resource(it.properties().path("VpcId"), it.stack()).stream())
                .map(TemplateResource::path)
                .collect(Collectors.toSet());
        if (networks.isEmpty()) {
            return OPEN;
        }
        return endpoints.stream()
                .filter(it -> isFor(it, service) && stands(it, networks))
                .map(TemplateResource::path)
                .sorted()
                .findFirst()
                .orElse(NONE);
    }

    private boolean isFor(TemplateResource endpoint, String service) {
        return resolver.text(endpoint.properties().path("ServiceName"), endpoint.stack())
                .endsWith("." + service);
    }

    private boolean stands(TemplateResource endpoint, Set<String> networks) {
        return resolver.resource(endpoint.properties().path("VpcId"), endpoint.stack())
                .filter(it -> networks.contains(it.path()))
                .isPresent();
    }
}
