package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.HERE;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowLogsTest {
    // The fields of versions 2 to 5 that AWS documents; an unknown one is refused at deployment only.
    private static final Set<String> FIELDS = Set.of(
            ("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action"
                            + " log-status vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region"
                            + " az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service"
                            + " flow-direction traffic-path")
                    .split(" "));

    @Test
    void writesOnlyFieldsThatExist() {
        assertThat(FlowLogs.FORMAT.split(" "))
                .doesNotHaveDuplicates()
                .allSatisfy(field -> assertThat(FIELDS).contains(field.replaceAll("^\\$\\{|}$", "")));
    }

    @Test
    void logsEveryConnectionAcceptedOrRefused() {
        ALL.template(HERE).hasResourceProperties("AWS::EC2::FlowLog", json("""
                { "ResourceType": "VPC", "TrafficType": "ALL", "LogDestinationType": "cloud-watch-logs",
                  "LogFormat": "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} \
                ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${vpc-id} ${subnet-id} \
                ${flow-direction} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-dst-aws-service}" }
                """));
    }

    @Test
    void keepsThemForSixYearsUnderTheKeyAsAuditData() {
        ALL.template(HERE).hasResourceProperties("AWS::Logs::LogGroup", json("""
                { "KmsKeyId": {"Fn::GetAtt": ["Key961B73FD", "Arn"]}, "RetentionInDays": 2192,
                  "Tags": [ {"Key": "cordon:data-class", "Value": "audit"} ] }
                """));
    }

    @Test
    void letsCloudWatchLogsOfThisAccountUseTheKey() {
        assertThat(ALL.resources(HERE, "AWS::KMS::Key"))
                .singleElement()
                .satisfies(key -> assertThat(key.at("/Properties/KeyPolicy/Statement"))
                        .hasSize(2)
                        .anySatisfy(statement -> {
                            assertThat(statement.at("/Principal/Service").asText())
                                    .isEqualTo("logs.eu-west-1.amazonaws.com");
                            assertThat(statement
                                            .at("/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn")
                                            .toString())
                                    .contains("111122223333:log-group:*");
                        }));
    }

    @Test
    void writesThroughARoleThatOnlyFlowLogsOfThisAccountTake() {
        ALL.template(HERE).hasResourceProperties("AWS::IAM::Role", json("""
                { "AssumeRolePolicyDocument": { "Statement": [ {
                    "Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
                    "Condition": {
                      "StringEquals": {"aws:SourceAccount": "111122223333"},
                      "ArnLike": {"aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*"} } } ] },
                  "ManagedPolicyArns": [ {"Ref": "NetworkFlowLogsPolicyAE819D11"} ] }
                """));
    }

    @Test
    void writesNoPolicyInline() {
        assertThat(ALL.resources(HERE, "AWS::IAM::Policy")).isEmpty();
        assertThat(ALL.resources(HERE, "AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.at("/Properties/Policies")).isEmpty());
    }
}
