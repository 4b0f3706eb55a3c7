package io.cordon.account;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Environment;

class CordonAccountTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        new CordonAccount(app, "Account", it -> {});
        new CordonAccount(
                app,
                "Named",
                it -> it.environment(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .terminationProtection(false)
                        .tags(Map.of("cordon:stage", "dev")));
    });

    @Test
    void givesApiGatewayItsLogRole() {
        ALL.template("Account").hasResourceProperties("AWS::ApiGateway::Account", json("""
                { "CloudWatchRoleArn": {"Fn::GetAtt": ["ApiLogRole9A97DE22", "Arn"]} }
                """));
    }

    @Test
    void isTakenByApiGatewayOfThisAccountOnly() {
        ALL.template("Named").hasResourceProperties("AWS::IAM::Role", json("""
                { "AssumeRolePolicyDocument": { "Statement": [ {
                    "Action": "sts:AssumeRole", "Principal": {"Service": "apigateway.amazonaws.com"},
                    "Condition": {"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}} } ] } }
                """));
    }

    @Test
    void writesLogsOfThisAccountAndRegionOnly() {
        ALL.template("Named").hasResourceProperties("AWS::IAM::ManagedPolicy", json("""
                { "PolicyDocument": { "Statement": [ {
                    "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups",
                      "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:PutLogEvents"],
                    "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*" } ] } }
                """));
    }

    @Test
    void usesNoInlineAndNoAwsManagedPolicy() {
        assertThat(ALL.resources("Account", "AWS::IAM::Policy")).isEmpty();
        assertThat(ALL.resources("Account", "AWS::IAM::Role")).singleElement().satisfies(role -> {
            assertThat(role.at("/Properties/Policies")).isEmpty();
            assertThat(role.at("/Properties/ManagedPolicyArns/0/Ref").asText()).startsWith("ApiLogPolicy");
        });
    }

    @Test
    void leavesWorkingLogsWhenItIsDeleted() {
        for (var type : List.of("AWS::ApiGateway::Account", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy")) {
            assertThat(ALL.resources("Account", type))
                    .singleElement()
                    .satisfies(resource ->
                            assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain"));
        }
    }

    @Test
    void isProtectedAndTaggedAsAsked() {
        assertThat(artifact("Account").path("terminationProtection").asBoolean())
                .isTrue();
        assertThat(artifact("Named").path("terminationProtection").asBoolean()).isFalse();
        assertThat(artifact("Named").at("/tags/cordon:stage").asText()).isEqualTo("dev");
    }

    private static JsonNode artifact(String stack) {
        return ALL.manifest().at("/artifacts/" + stack + "/properties");
    }

    @Test
    void passesBothPacksWithNoExcuseAndNoWarning() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed()).isEmpty();
        assertThat(ALL.warnings()).isEmpty();
    }

    @Test
    void refusesTagsOfAws() {
        assertThatThrownBy(() -> CordonAccountProps.builder()
                        .tags(Map.of("aws:x", "1", "y", "v".repeat(257)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tags: aws:x;")
                .hasMessageContaining("tags: y;");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(CordonAccountProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactlyInAnyOrder("environment", "terminationProtection", "tags");
        var props = CordonAccountProps.builder().build();
        assertThat(props.environment).isNull();
        assertThat(props.terminationProtection).isTrue();
        assertThat(props.tags).isEmpty();
    }
}
