package io.cordon.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which TCP connections a template lets through, computed as AWS does it: routes, then the stateless ACLs in both
 * directions for call and answer, then the stateful security groups for the call.
 */
final class Reachability {
    /** The ports that answers go to: the ends of the range and some between, without the one that is left out. */
    private static final int[] EPHEMERAL = {1024, 3388, 3390, 32_768, 49_152, 65_535};

    private final TemplateNetwork network;

    Reachability(JsonNode template) {
        this.network = new TemplateNetwork(template.path("Resources"));
    }

    /** A network interface in a subnet of the template. */
    record Host(String subnet, List<String> groups, String address) {}

    TemplateNetwork network() {
        return network;
    }

    /** Returns a function's network interface in a subnet. */
    Host function(String subnet, int number) {
        return new Host(subnet, List.of(functionGroup()), address(network.subnet(subnet), number));
    }

    /** Returns the network interfaces of an interface endpoint. */
    List<Host> hosts(Map.Entry<String, JsonNode> endpoint) {
        var properties = TemplateNetwork.properties(endpoint);
        var groups = network.of("AWS::EC2::SecurityGroup")
                .map(Map.Entry::getKey)
                .filter(group -> properties
                        .path("SecurityGroupIds")
                        .valueStream()
                        .anyMatch(it -> TemplateNetwork.names(it, group)))
                .toList();
        return network.subnets().stream()
                .filter(subnet ->
                        properties.path("SubnetIds").valueStream().anyMatch(it -> TemplateNetwork.names(it, subnet)))
                .map(subnet -> new Host(subnet, groups, address(network.subnet(subnet), 200)))
                .toList();
    }

    /** Returns whether one host of the VPC can open a connection to another. */
    boolean reaches(Host from, Host to, int port) {
        return allows(from, true, port, to.address, to.groups)
                && allows(to, false, port, from.address, from.groups)
                && (from.subnet.equals(to.subnet)
                        || (passes(from, true, to.address, port)
                                && passes(to, false, from.address, port)
                                && answers(to, true, from.address)
                                && answers(from, false, to.address)));
    }

    /** Returns whether a host can open a connection to an address that some route of its subnet leads to. */
    boolean reaches(Host from, String address, int port) {
        return network.routes(from.subnet).stream().anyMatch(route -> holds(route, "DestinationCidrBlock", address))
                && leaves(from, address, port);
    }

    /** Returns whether a host can call the service behind a gateway endpoint, which has public addresses. */
    boolean reaches(Host from, Map.Entry<String, JsonNode> gateway) {
        return network.gateways(from.subnet).contains(gateway.getKey()) && leaves(from, "52.218.0.1", 443);
    }

    /** Returns whether a host accepts a connection from an address, if some route brings it there. */
    boolean accepts(Host to, String address, int port) {
        return allows(to, false, port, address, List.of()) && passes(to, false, address, port);
    }

    private boolean leaves(Host from, String address, int port) {
        return allows(from, true, port, address, List.of())
                && passes(from, true, address, port)
                && answers(from, false, address);
    }

    private boolean answers(Host host, boolean egress, String address) {
        return IntStream.of(EPHEMERAL).allMatch(port -> passes(host, egress, address, port));
    }

    private boolean passes(Host host, boolean egress, String address, int port) {
        return !network.hasAcl(host.subnet)
                || network.entries(host.subnet, egress).stream()
                        .filter(entry ->
                                List.of(-1, 6).contains(entry.path("Protocol").asInt()))
                        .filter(entry -> entry.path("Protocol").asInt() == -1
                                || within(port, entry.at("/PortRange/From"), entry.at("/PortRange/To")))
                        .filter(entry -> holds(entry, "CidrBlock", address))
                        .findFirst()
                        .map(entry -> entry.path("RuleAction").asText().equals("allow"))
                        .orElse(false);
    }

    private boolean allows(Host host, boolean egress, int port, String address, List<String> groups) {
        var other = egress ? "DestinationSecurityGroupId" : "SourceSecurityGroupId";
        return host.groups.stream()
                .flatMap(group -> network.rules(group, egress).stream())
                .filter(rule -> rule.path("IpProtocol").asText().equals("-1")
                        || (rule.path("IpProtocol").asText().equals("tcp")
                                && within(port, rule.path("FromPort"), rule.path("ToPort"))))
                .anyMatch(rule -> holds(rule, "CidrIp", address)
                        || groups.stream().anyMatch(group -> TemplateNetwork.names(rule.path(other), group)));
    }

    private String functionGroup() {
        return network.of("AWS::EC2::SecurityGroup")
                .filter(group -> TemplateNetwork.properties(group)
                        .path("GroupDescription")
                        .asText()
                        .startsWith("Functions"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static boolean within(int port, JsonNode from, JsonNode to) {
        return from.asInt() <= port && port <= to.asInt();
    }

    private static boolean holds(JsonNode rule, String block, String address) {
        return rule.has(block) && Cidr.parse(rule.path(block).asText()).contains(Cidr.parse(address + "/32"));
    }

    private static String address(Cidr block, int number) {
        return new Cidr(block.network() + number, 32).toString().replace("/32", "");
    }
}
