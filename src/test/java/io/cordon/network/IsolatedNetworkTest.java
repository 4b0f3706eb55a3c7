package io.cordon.network;

import static io.cordon.network.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;

class IsolatedNetworkTest {
    private static Synthesized synthesized;

    @BeforeAll
    static void synthesize() {
        synthesized = Synthesized.app(app -> {
            network(stack(app));
            var anywhere = new Stack(app, "Anywhere");
            new IsolatedNetwork(
                    anywhere,
                    "Network",
                    it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                            .cidr("10.8.0.0/24")
                            .logKey(key(anywhere)));
        });
    }

    private static Stack stack(App app) {
        return new Stack(
                app,
                "Here",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .build());
    }

    private static Key key(Stack stack) {
        return Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
    }

    private static IsolatedNetwork network(Stack stack) {
        return new IsolatedNetwork(
                stack,
                "Network",
                it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b", "eu-west-1c"))
                        .interfaceEndpoints(List.of("kms", "bedrock-runtime"))
                        .logKey(key(stack)));
    }

    @Test
    void givesEachZoneAnEighthOfTheAddresses() {
        assertThat(synthesized.resources("Here", "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .containsExactly("10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19");
        assertThat(synthesized.resources("Anywhere", "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .containsExactly("10.8.0.0/27", "10.8.0.32/27");
    }

    @Test
    void resolvesNamesInsideTheVpc() {
        synthesized.template("Here").hasResourceProperties("AWS::EC2::VPC", json("""
                { "CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true, "EnableDnsHostnames": true }
                """));
    }

    @Test
    void leadsNowhereButToGatewayEndpoints() {
        assertThat(synthesized.resources("Here", "AWS::EC2::Route")).isEmpty();
        var exits = Set.of(
                "AWS::EC2::InternetGateway",
                "AWS::EC2::VPCGatewayAttachment",
                "AWS::EC2::EgressOnlyInternetGateway",
                "AWS::EC2::NatGateway",
                "AWS::EC2::VPCPeeringConnection",
                "AWS::EC2::TransitGatewayAttachment",
                "AWS::EC2::VPNGateway",
                "AWS::EC2::EIP",
                "AWS::EC2::CarrierGateway");
        exits.forEach(type -> synthesized.template("Here").resourceCountIs(type, 0));
        assertThat(synthesized.resources("Here", "AWS::EC2::VPCEndpoint"))
                .filteredOn(endpoint ->
                        endpoint.at("/Properties/VpcEndpointType").asText().equals("Gateway"))
                .hasSize(2)
                .allSatisfy(gateway ->
                        assertThat(gateway.at("/Properties/RouteTableIds")).hasSize(3));
    }

    @Test
    void letsOnlyPrincipalsOfThisAccountThroughAnyEndpoint() {
        assertThat(synthesized.resources("Here", "AWS::EC2::VPCEndpoint"))
                .hasSize(4)
                .allSatisfy(endpoint -> assertThat(endpoint.at("/Properties/PolicyDocument/Statement"))
                        .hasSize(1)
                        .allSatisfy(statement -> assertThat(statement
                                        .at("/Condition/StringEquals/aws:PrincipalAccount")
                                        .asText())
                                .isEqualTo("111122223333")));
    }

    @Test
    void namesServicesPrivately() {
        synthesized.template("Here").hasResourceProperties("AWS::EC2::VPCEndpoint", json("""
                { "VpcEndpointType": "Interface", "PrivateDnsEnabled": true,
                  "ServiceName": "com.amazonaws.eu-west-1.bedrock-runtime" }
                """));
    }

    @Test
    void letsFunctionsOutOnHttpsOnlyAndNothingIn() {
        synthesized.template("Here").hasResourceProperties("AWS::EC2::SecurityGroup", json("""
                { "GroupDescription": "Functions: nothing in, HTTPS out to the endpoints",
                  "SecurityGroupEgress": [
                    { "CidrIp": "0.0.0.0/0", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                      "Description": "HTTPS; no route leaves the VPC but to gateway endpoints" } ] }
                """));
        assertThat(synthesized.resources("Here", "AWS::EC2::SecurityGroup"))
                .allSatisfy(group -> assertThat(
                                group.at("/Properties/SecurityGroupIngress").isMissingNode())
                        .isTrue());
        assertThat(synthesized.resources("Here", "AWS::EC2::SecurityGroupIngress"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/Properties/FromPort").asInt()).isEqualTo(443))
                .satisfies(rule -> assertThat(rule.at("/Properties/SourceSecurityGroupId/Fn::GetAtt/0")
                                .asText())
                        .startsWith("NetworkFunctions"));
    }

    @Test
    void looksNothingUp() {
        assertThat(synthesized.manifest().path("missing")).isEmpty();
    }

    @Test
    void passesBothPacksWithNoExcuse() {
        assertThat(synthesized.violations()).isEmpty();
        assertThat(synthesized.suppressed()).isEmpty();
    }

    @Test
    void measuresAnEndpointByTheDimensionsAwsPublishes() {
        var metric = network(new Stack()).metricPacketsDropped("kms");
        assertThat(metric.getNamespace()).isEqualTo("AWS/PrivateLinkEndpoints");
        assertThat(dimensions(metric.getDimensions()))
                .containsExactlyInAnyOrder("Endpoint Type", "Service Name", "VPC Endpoint Id", "VPC Id");
        assertThatThrownBy(() -> network(new Stack()).metricBytesProcessed("s3"))
                .hasMessageContaining("one of [kms, bedrock-runtime]");
    }

    private static Set<String> dimensions(Map<String, Object> dimensions) {
        return dimensions.keySet();
    }

    @Test
    void everyDefaultIsStated() {
        var stated = Set.of("vpc", "cidr", "availabilityZones", "interfaceEndpoints", "logKey", "logRetention");
        assertThat(Arrays.stream(IsolatedNetworkProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactlyInAnyOrderElementsOf(stated);
        var props = IsolatedNetworkProps.builder()
                .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                .logKey(key(new Stack()))
                .build();
        assertThat(props.cidr).isEqualTo("10.0.0.0/16");
        assertThat(props.vpc).isNull();
        assertThat(props.interfaceEndpoints).isEmpty();
        assertThat(props.logRetention.toDays()).isEqualTo(2192);
    }
}
