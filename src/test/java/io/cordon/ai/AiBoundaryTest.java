package io.cordon.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.functions.ExecutionRole;
import io.cordon.policies.IamDocument;
import io.cordon.testing.Synthesized;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

class AiBoundaryTest {
    private static final Synthesized ALL = Synthesized.app(Links.CONTEXT, app -> {
        var stack = Links.here(app, "S", "eu-west-1");
        var boundary = new AiBoundary(stack, "Boundary", it -> {});
        var role = new ExecutionRole(stack, "Role", it -> it.permissionsBoundary(boundary.getPolicy()));
        Links.in(stack, it -> {}).grantInvoke(role, Links.SONNET);
        new AiBoundary(new Stack(app, "Us"), "Boundary", it -> it.geography("us"));
    });

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(AiBoundaryProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactly("geography");
        assertThat(AiBoundaryProps.from(it -> {}).geography).isEqualTo("eu");
    }

    @Test
    void isTheTextOfTheFile() {
        assertThat(AiBoundary.document("eu"))
                .isEqualTo(Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        IamDocument.aiBoundary().statements()));
    }

    @Test
    void allowsTheModelsOfTheListInTheirGeographyAndClosesTheWaysRound() {
        var statements = ALL.resources("S", "AWS::IAM::ManagedPolicy").stream()
                .map(policy -> policy.at("/Properties/PolicyDocument/Statement"))
                .filter(it -> it.size() == 3)
                .findFirst()
                .orElseThrow();

        assertThat(statements.at("/1/Resource").toString())
                .contains("inference-profile/eu.anthropic.claude-sonnet-5-5")
                .doesNotContain("global.")
                .doesNotContain("fable");
        assertThat(statements.at("/1/Condition/StringEquals/aws:RequestedRegion"))
                .hasSize(6);
        assertThat(statements.at("/2/Effect").asText()).isEqualTo("Deny");
    }

    @Test
    void boundsARole() {
        assertThat(ALL.resources("S", "AWS::IAM::Role"))
                .singleElement()
                .satisfies(role -> assertThat(
                                role.at("/Properties/PermissionsBoundary/Ref").asText())
                        .startsWith("BoundaryPolicy"));
    }

    @Test
    void followsTheGeography() {
        var us = ALL.resources("Us", "AWS::IAM::ManagedPolicy").get(0);

        assertThat(us.at("/Properties/PolicyDocument/Statement/1/Resource").toString())
                .contains("inference-profile/us.anthropic.claude-sonnet-5-5")
                .doesNotContain("/eu.");
        assertThatThrownBy(() -> AiBoundaryProps.from(it -> it.geography("global")))
                .hasMessageContaining("geography: global; one of [eu, us]");
    }

    @Test
    void passesTheGateWithNoExcuse() {
        assertThat(ALL.violations()).isEqualTo(List.of());
        assertThat(ALL.suppressed()).isEmpty();
        assertThat(ALL.resources("S", "AWS::IAM::Policy")).isEmpty();
    }
}
