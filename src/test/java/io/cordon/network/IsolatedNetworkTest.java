package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.GIVEN;
import static io.cordon.network.Networks.HERE;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IsolatedNetworkTest {
    private static final List<String> WAYS_OUT = List.of(
            "AWS::EC2::CarrierGateway",
            "AWS::EC2::EgressOnlyInternetGateway",
            "AWS::EC2::EIP",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::TransitGatewayAttachment",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::EC2::VPNGateway");

    @Test
    void givesEachZoneAnEighthOfTheAddresses() {
        assertThat(ALL.resources(HERE, "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .containsExactly("10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19");
        assertThat(ALL.resources(HERE, "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/AvailabilityZone").toString())
                .containsExactly(inRegion("a"), inRegion("b"), inRegion("c"));
        assertThat(ALL.resources(ANYWHERE, "AWS::EC2::Subnet")).hasSize(2);
    }

    /** As a literal it would draw a warning of CloudFormation's linter at every synth. */
    private static String inRegion(String letter) {
        return "{\"Fn::Join\":[\"\",[{\"Ref\":\"AWS::Region\"},\"" + letter + "\"]]}";
    }

    @Test
    void resolvesNamesInsideTheVpc() {
        ALL.template(HERE).hasResourceProperties("AWS::EC2::VPC", json("""
                { "CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true, "EnableDnsHostnames": true }
                """));
    }

    @Test
    void leadsNowhereButToGatewayEndpoints() {
        assertThat(ALL.resources(HERE, "AWS::EC2::Route")).isEmpty();
        WAYS_OUT.forEach(type -> assertThat(ALL.resources(HERE, type)).isEmpty());
        assertThat(ALL.resources(HERE, "AWS::EC2::VPCEndpoint"))
                .filteredOn(endpoint ->
                        endpoint.at("/Properties/VpcEndpointType").asText().equals("Gateway"))
                .hasSize(2)
                .allSatisfy(gateway ->
                        assertThat(gateway.at("/Properties/RouteTableIds")).hasSize(3));
        assertThat(ALL.resources(HERE, "AWS::EC2::Subnet"))
                .allSatisfy(subnet -> assertThat(
                                subnet.at("/Properties/MapPublicIpOnLaunch").asBoolean(true))
                        .isFalse());
    }

    @Test
    void namesServicesPrivatelyAndLetsOnlyFunctionsAsk() {
        ALL.template(HERE).hasResourceProperties("AWS::EC2::VPCEndpoint", json("""
                { "VpcEndpointType": "Interface", "PrivateDnsEnabled": true,
                  "ServiceName": "com.amazonaws.eu-west-1.bedrock-runtime" }
                """));
        assertThat(ALL.resources(HERE, "AWS::EC2::SecurityGroupIngress"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/Properties/FromPort").asInt()).isEqualTo(443))
                .satisfies(rule -> assertThat(rule.at("/Properties/SourceSecurityGroupId/Fn::GetAtt/0")
                                .asText())
                        .startsWith("NetworkFunctions"));
    }

    @Test
    void letsFunctionsOutOnHttpsOnlyAndNothingIn() {
        ALL.template(HERE).hasResourceProperties("AWS::EC2::SecurityGroup", json("""
                { "GroupDescription": "Functions: nothing in, HTTPS out to the endpoints",
                  "SecurityGroupEgress": [
                    { "CidrIp": "0.0.0.0/0", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                      "Description": "HTTPS; no route leaves the VPC but to gateway endpoints" } ] }
                """));
        assertThat(ALL.resources(HERE, "AWS::EC2::SecurityGroup"))
                .allSatisfy(group ->
                        assertThat(group.at("/Properties/SecurityGroupIngress")).isEmpty());
    }

    @Test
    void putsEndpointsIntoAGivenVpcAndLogsItsConnections() {
        assertThat(ALL.resources(GIVEN, "AWS::EC2::VPC")).isEmpty();
        assertThat(ALL.resources(GIVEN, "AWS::EC2::VPCEndpoint")).hasSize(3);
        ALL.template(GIVEN).hasResourceProperties("AWS::EC2::VPCEndpoint", json("""
                { "VpcEndpointType": "Gateway", "VpcId": "vpc-1", "RouteTableIds": ["rtb-1", "rtb-2"] }
                """));
        ALL.template(GIVEN).hasResourceProperties("AWS::EC2::FlowLog", json("{ \"ResourceId\": \"vpc-1\" }"));
    }

    @Test
    void looksNothingUp() {
        assertThat(ALL.manifest().path("missing")).isEmpty();
    }

    @Test
    void passesBothPacksWithNoExcuse() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed()).isEmpty();
    }
}
