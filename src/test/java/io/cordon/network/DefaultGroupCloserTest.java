package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.GIVEN;
import static io.cordon.network.Networks.HERE;
import static io.cordon.network.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
