package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.GIVEN;
import static io.cordon.network.Networks.HERE;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

class DefaultGroupCloserTest {
    @Test
    void emptiesTheDefaultGroupOfEveryNewVpc() {
        assertThat(ALL.resources(HERE, "Custom::VpcRestrictDefaultSG"))
                .singleElement()
                .satisfies(closed -> assertThat(closed.at("/Properties/DefaultSecurityGroupId/Fn::GetAtt/1")
                                .asText())
                        .isEqualTo("DefaultSecurityGroup"));
        assertThat(ALL.resources(ANYWHERE, "Custom::VpcRestrictDefaultSG")).hasSize(1);
        assertThat(ALL.resources(GIVEN, "Custom::VpcRestrictDefaultSG")).isEmpty();
    }

    @Test
    void reservesOneExecutionAndLogsUnderTheKey() {
        ALL.template(HERE).hasResourceProperties("AWS::Lambda::Function", json("""
                { "Handler": "__entrypoint__.handler", "Runtime": "nodejs24.x", "ReservedConcurrentExecutions": 1,
                  "LoggingConfig": {"LogGroup": {"Ref": "NetworkVpcCloserLogs878BF910"}},
                  "Tags": [ {"Key": "cordon:data-class", "Value": "application"} ] }
                """));
        ALL.template(HERE).hasResourceProperties("AWS::Logs::LogGroup", json("""
                { "RetentionInDays": 2192, "Tags": [ {"Key": "cordon:data-class", "Value": "application"} ] }
                """));
    }

    @Test
    void usesNoPolicyOfAws() {
        assertThat(ALL.resources(HERE, "AWS::IAM::Role"))
                .hasSize(2)
                .allSatisfy(role -> assertThat(role.at("/Properties/ManagedPolicyArns"))
                        .singleElement()
                        .satisfies(policy -> assertThat(policy.has("Ref")).isTrue()));
    }

    @Test
    void mayChangeOneSecurityGroupOnly() {
        assertThat(ALL.resources(HERE, "AWS::IAM::ManagedPolicy"))
                .flatExtracting(policy -> policy.at("/Properties/PolicyDocument/Statement")
                        .valueStream()
                        .toList())
                .filteredOn(statement -> statement.path("Action").toString().contains("ec2:"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.path("Resource").toString())
                        .contains("security-group/", "DefaultSecurityGroup")
                        .doesNotContain("*"));
    }

    @Test
    void servesTwoNetworksOfOneStackUnderOneKey() {
        var two = Synthesized.app(app -> {
            var stack = new Stack(app, "Two");
            var key = Networks.key(stack);
            for (var id : List.of("One", "Other")) {
                new IsolatedNetwork(
                        stack,
                        id,
                        it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                                .logKey(key));
            }
        });
        assertThat(two.resources("Two", "AWS::Lambda::Function")).hasSize(2);
        assertThat(two.resources("Two", "AWS::KMS::Key").get(0).at("/Properties/KeyPolicy/Statement"))
                .hasSize(2);
        assertThat(two.violations()).isEmpty();
    }
}
