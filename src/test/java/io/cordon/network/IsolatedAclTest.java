package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.GIVEN;
import static io.cordon.network.Networks.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

class IsolatedAclTest {
    @Test
    void letsCallsAndAnswersThroughAndNothingElse() {
        assertThat(ALL.resources(HERE, "AWS::EC2::NetworkAclEntry"))
                .extracting(IsolatedAclTest::line)
                .containsExactlyInAnyOrder(
                        "in 100 allow 6 10.0.0.0/16 443-443",
                        "in 110 allow 6 0.0.0.0/0 1024-3388",
                        "in 120 allow 6 0.0.0.0/0 3390-65535",
                        "out 100 allow 6 0.0.0.0/0 443-443",
                        "out 110 allow 6 10.0.0.0/16 1024-65535");
    }

    /** AWS's Config rule nacl-no-unrestricted-ssh-rdp looks at each entry by itself. */
    @Test
    void opensNoRemoteShellOrDesktopToTheWorld() {
        assertThat(ALL.resources(HERE, "AWS::EC2::NetworkAclEntry"))
                .extracting(it -> it.path("Properties"))
                .filteredOn(it -> !it.path("Egress").asBoolean())
                .filteredOn(it -> it.path("CidrBlock").asText().equals("0.0.0.0/0"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(List.of(22, 3389))
                        .noneMatch(port -> it.at("/PortRange/From").asInt() <= port
                                && port <= it.at("/PortRange/To").asInt()));
    }

    @Test
    void isOneForAllIsolatedSubnets() {
        assertThat(ALL.resources(HERE, "AWS::EC2::NetworkAcl")).hasSize(1);
        assertThat(ALL.resources(HERE, "AWS::EC2::SubnetNetworkAclAssociation")).hasSize(3);
        assertThat(ALL.resources(ANYWHERE, "AWS::EC2::SubnetNetworkAclAssociation"))
                .hasSize(2);
    }

    /** A subnet under an ACL whose entries come later answers nobody in between. */
    @Test
    void hasItsEntriesBeforeASubnetIsUnderIt() {
        assertThat(ALL.resources(HERE, "AWS::EC2::SubnetNetworkAclAssociation"))
                .allSatisfy(it -> assertThat(it.path("DependsOn").valueStream().map(JsonNode::asText))
                        .filteredOn(id -> id.contains("AclCalls") || id.contains("Answers"))
                        .hasSize(5));
    }

    @Test
    void isReturnedForANewVpcAndLeftAloneInAGivenOne() {
        assertThat(Networks.inZones(new Stack(), 2).getNetworkAcl()).isPresent();
        assertThat(ALL.resources(GIVEN, "AWS::EC2::NetworkAcl")).isEmpty();
        var stack = new Stack();
        var vpc = Vpc.fromVpcAttributes(
                stack,
                "Theirs",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a"))
                        .isolatedSubnetIds(List.of("subnet-1"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1"))
                        .build());
        var network = new IsolatedNetwork(stack, "Network", it -> it.vpc(vpc).logKey(Networks.key(stack)));
        assertThat(network.getNetworkAcl()).isEmpty();
        assertThat(network.getEndpointSecurityGroup().getSecurityGroupId())
                .isEqualTo(network.getEndpointSecurityGroup().getSecurityGroupId());
    }

    private static String line(JsonNode entry) {
        var it = entry.path("Properties");
        return String.join(
                " ",
                it.path("Egress").asBoolean() ? "out" : "in",
                it.path("RuleNumber").asText(),
                it.path("RuleAction").asText(),
                it.path("Protocol").asText(),
                it.path("CidrBlock").asText(),
                it.at("/PortRange/From").asText() + "-" + it.at("/PortRange/To").asText());
    }
}
