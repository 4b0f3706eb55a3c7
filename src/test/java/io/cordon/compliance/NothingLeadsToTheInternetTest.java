package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.network.IsolatedNetwork;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPNGatewayRoutePropagation;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.kms.Key;

class NothingLeadsToTheInternetTest {
    @Test
    void acceptsPhiWhereNoRouteLeavesTheVpc() {
        assertThat(judged(stack -> PlacedFunction.phi(
                        stack, PlacedFunction.subnet(stack, "A"), PlacedFunction.subnet(stack, "B"))))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void acceptsPhiInAnIsolatedNetwork() {
        assertThat(judged(stack -> {
                    var key = Key.Builder.create(stack, "Key")
                            .enableKeyRotation(true)
                            .build();
                    var zones = List.of("eu-west-1a", "eu-west-1b");
                    var network = new IsolatedNetwork(
                            stack, "Network", it -> it.availabilityZones(zones).logKey(key));
                    PlacedFunction.phi(
                            stack,
                            network.getVpc().getIsolatedSubnets().stream()
                                    .map(ISubnet::getSubnetId)
                                    .toArray(String[]::new));
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CarrierGatewayId",
                "CoreNetworkArn",
                "EgressOnlyInternetGatewayId",
                "GatewayId",
                "InstanceId",
                "LocalGatewayId",
                "NatGatewayId",
                "NetworkInterfaceId",
                "TransitGatewayId",
                "VpcEndpointId",
                "VpcPeeringConnectionId"
            })
    void refusesPhiWhereOneSubnetHasAWayOut(String target) {
        var row = row(stack -> {
            PlacedFunction.phi(stack, PlacedFunction.subnet(stack, "A"), PlacedFunction.subnet(stack, "B"));
            PlacedFunction.route(stack, "B", Map.of(target, "somewhere"));
        });
        assertThat(row.compliance()).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(row.cause()).contains("S/Way");
    }

    @Test
    void refusesRoutesThatAVpnAddsByItself() {
        assertThat(judged(stack -> {
                    PlacedFunction.phi(stack, PlacedFunction.subnet(stack, "A"));
                    CfnVPNGatewayRoutePropagation.Builder.create(stack, "Way")
                            .routeTableIds(List.of(Fn.ref("TableA")))
                            .vpnGatewayId("vgw-1")
                            .build();
                }))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void acceptsARouteThatStaysInTheVpc() {
        assertThat(judged(stack -> {
                    PlacedFunction.phi(stack, PlacedFunction.subnet(stack, "A"));
                    PlacedFunction.route(stack, "A", Map.of("GatewayId", "local"));
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refusesPhiOutsideAnyVpc() {
        assertThat(judged(stack -> PlacedFunction.phi(stack))).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotJudgeASubnetThatTheTemplateDoesNotHave() {
        assertThat(judged(stack -> PlacedFunction.phi(stack, PlacedFunction.subnet(stack, "A"), "subnet-1")))
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void doesNotJudgeWhatOnlyTheDeploymentDecides() {
        assertThat(judged(stack -> {
                    var function = PlacedFunction.function(stack);
                    function.addPropertyOverride("VpcConfig", Map.of("Fn::If", List.of("InVpc", Map.of(), Map.of())));
                    DataClass.of(function).phi();
                }))
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void refusesAKnownWayOutBesideAnUnknownSubnet() {
        assertThat(judged(stack -> {
                    PlacedFunction.phi(stack, PlacedFunction.subnet(stack, "A"), "subnet-1");
                    PlacedFunction.route(stack, "A", Map.of("NatGatewayId", "nat-1"));
                }))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void asksNothingOfAFunctionWithoutPhi() {
        assertThat(judged(stack -> DataClass.of(PlacedFunction.function(stack)).application()))
                .isEqualTo(Compliance.NOT_APPLICABLE);
        assertThat(judged(stack -> PlacedFunction.function(stack))).isEqualTo(Compliance.NOT_EVALUATED);
    }

    private static Compliance judged(Consumer<Stack> content) {
        return row(content).compliance();
    }

    private static ControlRow row(Consumer<Stack> content) {
        return GatedApp.of(content).rows("Cordon::NothingLeadsToTheInternet").stream()
                .filter(row -> row.resourceId().equals("S/F"))
                .findFirst()
                .orElseThrow();
    }
}
