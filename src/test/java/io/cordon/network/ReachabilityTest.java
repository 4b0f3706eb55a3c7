package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of the network, computed from its template; and what would break it, so that this test can fail. */
class ReachabilityTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Reachability NETWORK = changed(it -> {});

    @Test
    void noFunctionReachesTheInternetOrAnotherNetwork() {
        assertThat(NETWORK.network().subnets()).hasSize(3);
        assertThat(Journeys.escapes(NETWORK)).isEmpty();
    }

    @Test
    void everyFunctionReachesEveryEndpoint() {
        assertThat(NETWORK.network().endpoints("Gateway")).hasSize(2);
        assertThat(NETWORK.network().endpoints("Interface"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(NETWORK.hosts(it)).hasSize(3));
        assertThat(Journeys.unreached(NETWORK)).isEmpty();
    }

    @Test
    void functionsReachEndpointsOnHttpsOnlyAndNoOtherFunction() {
        assertThat(Journeys.strays(NETWORK)).isEmpty();
    }

    @Test
    void nothingComesIn() {
        assertThat(Journeys.intruders(NETWORK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GatewayId", "NatGatewayId", "TransitGatewayId", "VpcPeeringConnectionId"})
    void aRouteOpensAWayOut(String target) {
        var open = changed(resources ->
                add(resources, "AWS::EC2::Route", """
                { "RouteTableId": {"Ref": "%s"}, "DestinationCidrBlock": "0.0.0.0/0", "%s": "somewhere" }
                """.formatted(id(resources, "AWS::EC2::RouteTable"), target)));
        assertThat(Journeys.escapes(open)).hasSize(2).allMatch(it -> it.endsWith(":443"));
    }

    @Test
    void aRouteToAPeerOpensAWayToThePeerOnly() {
        var open = changed(
                resources -> add(resources, "AWS::EC2::Route", """
                { "RouteTableId": {"Ref": "%s"}, "DestinationCidrBlock": "172.31.0.0/16",
                  "VpcPeeringConnectionId": "pcx-1" }
                """.formatted(id(resources, "AWS::EC2::RouteTable"))));
        assertThat(Journeys.escapes(open)).singleElement().asString().endsWith("172.31.0.9:443");
    }

    @Test
    void anOpenGroupLetsFunctionsCallEachOther() {
        var open = changed(
                resources -> add(resources, "AWS::EC2::SecurityGroupIngress", """
                { "GroupId": {"Fn::GetAtt": ["%s", "GroupId"]}, "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                  "CidrIp": "0.0.0.0/0" }
                """.formatted(functionGroup(resources))));
        assertThat(Journeys.strays(open)).isNotEmpty();
        assertThat(Journeys.intruders(open)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AclCallsOut", "AclAnswersIn", "AclMoreAnswersIn"})
    void withoutAnyOfTheseAclEntriesNoEndpointAnswers(String entry) {
        var broken = changed(resources -> remove(resources, "AWS::EC2::NetworkAclEntry", entry));
        // In the three subnets of the functions: both gateways, and both interface endpoints in the other two zones.
        assertThat(Journeys.unreached(broken)).hasSize(3 * 2 + 3 * 2 * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AclCallsIn", "AclAnswersOut"})
    void withoutTheOthersNoInterfaceEndpointOfAnotherZoneAnswers(String entry) {
        var broken = changed(resources -> remove(resources, "AWS::EC2::NetworkAclEntry", entry));
        assertThat(Journeys.unreached(broken)).hasSize(3 * 2 * 2).noneMatch(it -> it.contains("S3"));
    }

    @Test
    void endpointsThatAdmitNobodyAreOutOfReach() {
        var broken = changed(resources -> remove(resources, "AWS::EC2::SecurityGroupIngress", ""));
        assertThat(Journeys.unreached(broken)).hasSize(3 * 2 * 3);
    }

    @Test
    void aSubnetBesideTheGatewaysTablesReachesNeither() {
        var broken =
                changed(resources -> remove(resources, "AWS::EC2::SubnetRouteTableAssociation", "IsolatedSubnet1"));
        assertThat(Journeys.unreached(broken)).hasSize(2);
    }

    private static Reachability changed(Consumer<ObjectNode> change) {
        JsonNode template = JSON.valueToTree(ALL.template(HERE).toJSON());
        change.accept((ObjectNode) template.path("Resources"));
        return new Reachability(template);
    }

    private static void add(ObjectNode resources, String type, String properties) {
        try {
            resources.putObject("Added").put("Type", type).set("Properties", JSON.readTree(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(ObjectNode resources, String type, String part) {
        var gone = new TemplateNetwork(resources)
                .of(type)
                .map(Map.Entry::getKey)
                .filter(id -> id.contains(part))
                .toList();
        assertThat(gone).hasSize(1);
        resources.remove(gone);
    }

    private static String id(ObjectNode resources, String type) {
        return new TemplateNetwork(resources).of(type).findFirst().orElseThrow().getKey();
    }

    private static String functionGroup(ObjectNode resources) {
        return new TemplateNetwork(resources)
                .of("AWS::EC2::SecurityGroup")
                .map(Map.Entry::getKey)
                .filter(id -> id.startsWith("NetworkFunctions"))
                .findFirst()
                .orElseThrow();
    }
}
