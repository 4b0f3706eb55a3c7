package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.HERE;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;

class SecurityGroupsTest {
    private static final List<String> KMS = List.of("kms");

    @Test
    void withBothPrefixListsFunctionsCallEndpointsOnly() {
        var app = network(KMS, network -> {});
        app.template(HERE).hasResourceProperties("AWS::EC2::SecurityGroup", json("""
                { "GroupDescription": "Functions: nothing in, HTTPS out to the endpoints",
                  "SecurityGroupEgress": [ { "CidrIp": "127.0.0.1/32", "IpProtocol": "tcp", "FromPort": 443 } ] }
                """));
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupEgress"))
                .extracting(it -> it.path("Properties"))
                .allMatch(it ->
                        it.path("FromPort").asInt() == 443 && it.path("ToPort").asInt() == 443)
                .extracting(SecurityGroupsTest::destination)
                .containsExactlyInAnyOrder("pl-0123abcd", "pl-4567abcd", "NetworkEndpoints");
        assertThat(app.violations()).isEmpty();
        assertThat(app.warnings()).isEmpty();
    }

    @Test
    void withoutInterfaceEndpointsThereIsNoGroupForThem() {
        var app = network(List.of(), network -> {});
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroup")).hasSize(1);
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupEgress")).hasSize(2);
    }

    @Test
    void functionsWithAGroupOfTheirOwnAreConnectedOnce() {
        var app = network(KMS, network -> {
            var group = group(network, false);
            network.connectFunctions(group);
            network.connectFunctions(group);
        });
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupIngress")).hasSize(2);
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupEgress")).hasSize(6);
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void aGroupThatIsOpenOutwardsNeedsNoRuleOut() {
        var app = network(KMS, network -> network.connectFunctions(group(network, true)));
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupIngress")).hasSize(2);
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupEgress")).hasSize(3);
        assertThat(app.warnings()).isEmpty();
    }

    @Test
    void aGroupOfSomebodyElseIsLetIn() {
        var app = network(
                KMS,
                network -> network.connectFunctions(
                        SecurityGroup.fromSecurityGroupId(network, "Theirs", "sg-0123456789abcdef0")));
        assertThat(app.resources(HERE, "AWS::EC2::SecurityGroupIngress"))
                .anySatisfy(it -> assertThat(
                                it.at("/Properties/SourceSecurityGroupId").asText())
                        .isEqualTo("sg-0123456789abcdef0"));
    }

    @Test
    void theGroupOfEndpointsLetsNothingOut() {
        assertThat(ALL.resources(HERE, "AWS::EC2::SecurityGroup"))
                .filteredOn(it -> it.at("/Properties/GroupDescription").asText().startsWith("Interface"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/Properties/SecurityGroupEgress/0/CidrIp")
                                .asText())
                        .isEqualTo("255.255.255.255/32"));
    }

    private static String destination(JsonNode rule) {
        var group = rule.at("/DestinationSecurityGroupId/Fn::GetAtt/0").asText();
        return group.isEmpty() ? rule.path("DestinationPrefixListId").asText() : group.replaceAll("[0-9A-F]{8}$", "");
    }

    private static ISecurityGroup group(IsolatedNetwork network, boolean open) {
        return SecurityGroup.Builder.create(network, "Own")
                .vpc(network.getVpc())
                .allowAllOutbound(open)
                .build();
    }

    private static Synthesized network(List<String> services, Consumer<IsolatedNetwork> more) {
        return Synthesized.app(app -> {
            var stack = Networks.here(app, HERE);
            more.accept(new IsolatedNetwork(
                    stack,
                    "Network",
                    it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                            .interfaceEndpoints(services)
                            .s3PrefixList("pl-0123abcd")
                            .dynamoDbPrefixList("pl-4567abcd")
                            .logKey(Networks.key(stack))));
        });
    }
}
