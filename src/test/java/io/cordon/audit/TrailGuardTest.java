package io.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The service control policy that keeps trails and alarms, and what it exempts; {@code ModelGuardTest} reads its shape. */
class TrailGuardTest {
    private static final String EXECUTION = "arn:aws:iam::*:role/cdk-*-cfn-exec-role-*";
    private static final String DEPLOYMENT = "arn:aws:iam::*:role/cdk-*-deploy-role-*";
    private static final String BOOTSTRAP = "arn:aws:iam::*:role/cordon-bootstrap";

    @Test
    void onlyCloudFormationStopsATrailOrAnAlarm() {
        assertThat(texts(statement("TrailsStayOn").path("Action")))
                .isSorted()
                .contains("cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail")
                .contains("cloudtrail:PutEventSelectors", "cloudtrail:PutInsightSelectors");
        assertThat(texts(statement("AlarmsStayHeard").path("Action")))
                .isSorted()
                .contains("logs:DeleteLogGroup", "logs:DeleteMetricFilter", "logs:PutRetentionPolicy")
                .contains("cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions");
        for (var sid : List.of("TrailsStayOn", "AlarmsStayHeard")) {
            assertThat(statement(sid).path("Resource").asText()).isEqualTo("*");
            assertThat(exempt(sid)).containsExactly(EXECUTION);
        }
    }

    /** An exemption by name is only as strong as who may make a role of that name, trust it or pass it. */
    @Test
    void whoeverIsExemptIsMadeByTheBootstrapAlone() {
        var made = statement("DeploymentRolesAreBootstrapped");
        assertThat(texts(made.path("Action")))
                .containsExactly(
                        "iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy");
        assertThat(exempt("DeploymentRolesAreBootstrapped")).containsExactly(BOOTSTRAP);
        var passed = statement("DeploymentRolesArePassedByTheirOwn");
        assertThat(texts(passed.path("Action"))).containsExactly("iam:PassRole");
        assertThat(texts(passed.path("Resource"))).containsExactly(EXECUTION);
        assertThat(exempt("DeploymentRolesArePassedByTheirOwn")).containsExactly(DEPLOYMENT, BOOTSTRAP);
        assertThat(statements().map(it -> it.path("Sid").asText()).flatMap(it -> exempt(it).stream()))
                .isSubsetOf(texts(made.path("Resource")));
    }

    private static List<String> exempt(String sid) {
        var condition = statement(sid).path("Condition");
        assertThat(condition.fieldNames()).toIterable().containsExactly("ArnNotLike");
        return texts(condition.at("/ArnNotLike/aws:PrincipalArn"));
    }

    private static JsonNode statement(String sid) {
        return statements()
                .filter(it -> it.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> statements() {
        try {
            var policy = JsonMapper.builder()
                    .build()
                    .readTree(Path.of("policies/scp/trail.json").toFile());
            return StreamSupport.stream(policy.path("Statement").spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asText).toList() : List.of(node.asText());
    }
}
