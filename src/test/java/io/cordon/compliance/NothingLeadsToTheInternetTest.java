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
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnSubnetRouteTableAssociation;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPNGatewayRoutePropagation;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.CfnFunction;

class NothingLeadsToTheInternetTest {
    @Test
    void acceptsPhiWhereNoRouteLeavesTheVpc() {
        assertThat(judged(stack -> phi(stack, subnet(stack, "A"), subnet(stack, "B"))))
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
                    phi(
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
            phi(stack, subnet(stack, "A"), subnet(stack, "B"));
            route(stack, "B", Map.of(target, "somewhere"));
        });
        assertThat(row.compliance()).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(row.cause()).contains("S/Way");
    }

    @Test
    void refusesRoutesThatAVpnAddsByItself() {
        assertThat(judged(stack -> {
                    phi(stack, subnet(stack, "A"));
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
                    phi(stack, subnet(stack, "A"));
                    route(stack, "A", Map.of("GatewayId", "local"));
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refusesPhiOutsideAnyVpc() {
        assertThat(judged(stack -> phi(stack))).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotJudgeASubnetThatTheTemplateDoesNotHave() {
        assertThat(judged(stack -> phi(stack, subnet(stack, "A"), "subnet-1"))).isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void doesNotJudgeWhatOnlyTheDeploymentDecides() {
        assertThat(judged(stack -> {
                    var function = function(stack);
                    function.addPropertyOverride("VpcConfig", Map.of("Fn::If", List.of("InVpc", Map.of(), Map.of())));
                    DataClass.of(function).phi();
                }))
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void refusesAKnownWayOutBesideAnUnknownSubnet() {
        assertThat(judged(stack -> {
                    phi(stack, subnet(stack, "A"), "subnet-1");
                    route(stack, "A", Map.of("NatGatewayId", "nat-1"));
                }))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void asksNothingOfAFunctionWithoutPhi() {
        assertThat(judged(stack -> DataClass.of(function(stack)).application())).isEqualTo(Compliance.NOT_APPLICABLE);
        assertThat(judged(stack -> function(stack))).isEqualTo(Compliance.NOT_EVALUATED);
    }

    private static Compliance judged(Consumer<Stack> content) {
        return row(content).compliance();
    }

    private static ControlRow row(Consumer<Stack> content) {
        return GatedApp.of(content).rows("Cordon::NothingLeadsToTheInternet").get(0);
    }

    private static void phi(Stack stack, String... subnets) {
        var function = function(stack, subnets);
        DataClass.of(function).phi();
    }

    private static CfnFunction function(Stack stack, String... subnets) {
        var function = CfnFunction.Builder.create(stack, "F")
                .code(CfnFunction.CodeProperty.builder().zipFile("x").build())
                .role("arn:aws:iam::123456789012:role/r")
                .build();
        if (subnets.length > 0) {
            function.addPropertyOverride("VpcConfig.SubnetIds", List.of(subnets));
        }
        return function;
    }

    private static String subnet(Stack stack, String id) {
        var vpc = (CfnVPC) stack.getNode().tryFindChild("Vpc");
        if (vpc == null) {
            vpc = CfnVPC.Builder.create(stack, "Vpc").cidrBlock("10.0.0.0/16").build();
        }
        var subnet = CfnSubnet.Builder.create(stack, id).vpcId(vpc.getRef()).build();
        var table = CfnRouteTable.Builder.create(stack, "Table" + id)
                .vpcId(vpc.getRef())
                .build();
        CfnSubnetRouteTableAssociation.Builder.create(stack, "Association" + id)
                .subnetId(subnet.getRef())
                .routeTableId(table.getRef())
                .build();
        return subnet.getRef();
    }

    private static void route(Stack stack, String subnet, Map<String, String> target) {
        var route = new CfnResource(
                stack, "Way", CfnResourceProps.builder().type("AWS::EC2::Route").build());
        route.addPropertyOverride("RouteTableId", Map.of("Ref", "Table" + subnet));
        route.addPropertyOverride("DestinationCidrBlock", "0.0.0.0/0");
        target.forEach(route::addPropertyOverride);
    }
}
