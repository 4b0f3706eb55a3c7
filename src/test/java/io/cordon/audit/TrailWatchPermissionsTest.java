package io.cordon.audit;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.Test;

class TrailWatchPermissionsTest {
    private static final Synthesized ALL = Watches.ALL;

    @Test
    void mayAskAboutThisTrailAndReadItsFilesAndNoMore() {
        assertThat(statement("Outside", "CalledTrailTrail")).isEqualTo(node("""
                { "Sid": "CalledTrailTrail", "Effect": "Allow",
                  "Action": ["cloudtrail:GetEventSelectors", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus"],
                  "Resource": {"Fn::GetAtt": ["Trail", "Arn"]} }
                """));
        assertThat(statement("Outside", "CalledTrailAny")).isEqualTo(node("""
                { "Sid": "CalledTrailAny", "Effect": "Allow", "Action": "cloudtrail:ListPublicKeys", "Resource": "*" }
                """));
        assertThat(statement("Outside", "CalledTrailLogsObject").toString())
                .contains("s3:GetObject")
                .contains(":s3:::trail-logs/AWSLogs/*");
        assertThat(statement("Outside", "ImpliedTrailLogsKey").toString())
                .contains("kms:Decrypt")
                .contains("kms:ViaService")
                .contains("TrailKey38EB2549");
    }

    @Test
    void readsUnderTheKeyPrefixOnly() {
        assertThat(statement("Inside", "CalledTrailLogsObject").toString())
                .contains(":s3:::trail-logs/audit/eu/AWSLogs/*");
        assertThat(statement("Inside", "CalledTrailLogsBucket").toString())
                .contains("s3:prefix")
                .contains("\"audit/eu/AWSLogs/*\"");
    }

    @Test
    void mayAskAboutATrailThatOnlyTheDeploymentKnows() {
        assertThat(statement("Later", "CalledTrailTrail").path("Resource"))
                .isEqualTo(node("{ \"Fn::ImportValue\": \"TrailArn\" }"));
        ALL.template("Later").hasResourceProperties("AWS::Lambda::Function", json("""
                { "Environment": {"Variables": {"TRAIL": {"Fn::ImportValue": "TrailArn"}}} }
                """));
    }

    @Test
    void keepsItsRoleWithinTheBoundary() {
        assertThat(ALL.resources("Inside", "AWS::IAM::Role"))
                .filteredOn(role -> role.toString().contains("lambda.amazonaws.com"))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(
                                role.at("/Properties/PermissionsBoundary").toString())
                        .contains(":policy/the-most"));
        assertThat(ALL.resources("Outside", "AWS::IAM::Role"))
                .noneMatch(role -> role.at("/Properties").has("PermissionsBoundary"));
    }

    private static JsonNode statement(String stack, String sid) {
        return ALL.resources(stack, "AWS::IAM::ManagedPolicy").stream()
                .flatMap(it -> it.at("/Properties/PolicyDocument/Statement").valueStream())
                .filter(it -> it.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode node(String text) {
        return new JsonMapper().valueToTree(json(text));
    }
}
