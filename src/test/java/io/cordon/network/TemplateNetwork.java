package io.cordon.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a template says of one VPC: who is associated with whom, and which rules apply where. */
record TemplateNetwork(JsonNode resources) {
    /** Returns the resources of a type, by logical id. */
    Stream<Map.Entry<String, JsonNode>> of(String type) {
        return resources.properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type));
    }

    List<String> subnets() {
        return of("AWS::EC2::Subnet").map(Map.Entry::getKey).toList();
    }

    Cidr vpc() {
        return Cidr.parse(properties(of("AWS::EC2::VPC").findFirst().orElseThrow())
                .path("CidrBlock")
                .asText());
    }

    Cidr subnet(String id) {
        return Cidr.parse(resources.at("/" + id + "/Properties/CidrBlock").asText());
    }

    /** Returns the endpoints of a kind: {@code Gateway} or {@code Interface}. */
    List<Map.Entry<String, JsonNode>> endpoints(String kind) {
        return of("AWS::EC2::VPCEndpoint")
                .filter(it -> properties(it).path("VpcEndpointType").asText().equals(kind))
                .toList();
    }

    /** Returns the routes of a subnet that the template states, next to the one that every VPC has. */
    List<JsonNode> routes(String subnet) {
        var table = table(subnet);
        return of("AWS::EC2::Route")
                .map(TemplateNetwork::properties)
                .filter(route -> route.path("RouteTableId").equals(table))
                .toList();
    }

    /** Returns the gateway endpoints that put their prefix list into the route table of a subnet. */
    List<String> gateways(String subnet) {
        var table = table(subnet);
        return endpoints("Gateway").stream()
                .filter(it -> properties(it).path("RouteTableIds").valueStream().anyMatch(table::equals))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the ACL entries of a subnet in one direction, in the order in which they apply. */
    List<JsonNode> entries(String subnet, boolean egress) {
        var acl = partner("AWS::EC2::SubnetNetworkAclAssociation", subnet, "NetworkAclId");
        return of("AWS::EC2::NetworkAclEntry")
                .map(TemplateNetwork::properties)
                .filter(entry -> entry.path("NetworkAclId").equals(acl))
                .filter(entry -> entry.path("Egress").asBoolean() == egress)
                .sorted(Comparator.comparingInt(
                        entry -> entry.path("RuleNumber").asInt()))
                .toList();
    }

    /** Returns whether a subnet has an ACL of the template; without, it has the VPC's own, which allows all. */
    boolean hasAcl(String subnet) {
        return !partner("AWS::EC2::SubnetNetworkAclAssociation", subnet, "NetworkAclId")
                .isMissingNode();
    }

    /** Returns the rules of a security group, those in it and those beside it. */
    List<JsonNode> rules(String group, boolean egress) {
        var direction = egress ? "Egress" : "Ingress";
        var inside = resources
                .at("/" + group + "/Properties/SecurityGroup" + direction)
                .valueStream();
        var beside = of("AWS::EC2::SecurityGroup" + direction)
                .map(TemplateNetwork::properties)
                .filter(rule -> names(rule.path("GroupId"), group));
        return Stream.concat(inside, beside).toList();
    }

    /** Returns whether a reference means a resource. */
    static boolean names(JsonNode reference, String id) {
        return reference.path("Ref").asText().equals(id)
                || reference.at("/Fn::GetAtt/0").asText().equals(id);
    }

    static JsonNode properties(Map.Entry<String, JsonNode> resource) {
        return resource.getValue().path("Properties");
    }

    private JsonNode table(String subnet) {
        return partner("AWS::EC2::SubnetRouteTableAssociation", subnet, "RouteTableId");
    }

    private JsonNode partner(String association, String subnet, String property) {
        return of(association)
                .map(TemplateNetwork::properties)
                .filter(it -> names(it.path("SubnetId"), subnet))
                .map(it -> it.path(property))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
