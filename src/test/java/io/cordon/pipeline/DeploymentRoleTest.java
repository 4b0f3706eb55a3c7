package io.cordon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;

/** Who may take the role, and what it may do: these are the account's door. */
class DeploymentRoleTest {
    private static final Synthesized APP = Synthesized.app(app -> {
        var stack = new Stack(app, "S");
        var provider = new GithubProvider(stack, "Github");
        for (var right : Right.values()) {
            new DeploymentRole(
                    stack,
                    right.name(),
                    it -> it.provider(provider.getArn())
                            .repository("example/clinic")
                            .environment("prod")
                            .right(right)
                            .regions(List.of("eu-west-1", "eu-central-1")));
        }
    });

    @Test
    void trustsOneEnvironmentOfOneRepositoryAndNoPattern() {
        assertThat(APP.resources("S", "AWS::IAM::Role")).hasSize(2).allSatisfy(role -> {
            var trust = role.at("/Properties/AssumeRolePolicyDocument/Statement");
            assertThat(trust).hasSize(1);
            assertThat(trust.at("/0/Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
            assertThat(trust.at("/0/Condition").toString())
                    .isEqualTo("{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                            + "\"token.actions.githubusercontent.com:sub\":\"repo:example/clinic:environment:prod\"}}");
        });
    }

    @Test
    void mayTakeTheRolesOfTheBootstrapAndNothingElse() {
        assertThat(roles("DEPLOY"))
                .containsExactlyInAnyOrder(
                        "cdk-hnb659fds-deploy-role-*-eu-west-1",
                        "cdk-hnb659fds-file-publishing-role-*-eu-west-1",
                        "cdk-hnb659fds-lookup-role-*-eu-west-1",
                        "cdk-hnb659fds-deploy-role-*-eu-central-1",
                        "cdk-hnb659fds-file-publishing-role-*-eu-central-1",
                        "cdk-hnb659fds-lookup-role-*-eu-central-1");
        assertThat(roles("PLAN"))
                .containsExactlyInAnyOrder(
                        "cdk-hnb659fds-lookup-role-*-eu-west-1", "cdk-hnb659fds-lookup-role-*-eu-central-1");
    }

    @Test
    void passesTheGate() {
        assertThat(APP.violations()).isEmpty();
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(DeploymentRoleProps.Builder.class.getDeclaredFields()))
                .extracting(Field::getName)
                .containsExactly("provider", "repository", "environment", "right", "regions", "qualifier", "boundary");
        var props = DeploymentRoleProps.from(
                it -> it.provider("arn").repository("a/b").environment("e"));
        assertThat(props.right).isEqualTo(Right.PLAN);
        assertThat(props.qualifier).isEqualTo("hnb659fds");
        assertThat(props.regions).isEmpty();
        assertThat(props.boundary).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "example/*",
                "*/clinic",
                "example",
                "example/clinic:ref",
                "-a/b",
                "a--b/c",
                "a/b/c",
                "a/b?"
            })
    void refusesARepositoryThatIsNoneOrMany(String repository) {
        assertThatThrownBy(() -> DeploymentRoleProps.from(
                        it -> it.provider("arn").repository(repository).environment("e")))
                .hasMessageContaining("repository: '" + repository + "'; must be owner/name");
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(
                        () -> DeploymentRoleProps.from(it -> it.environment("*").qualifier("too-long-a-one")))
                .hasMessageContaining("provider:")
                .hasMessageContaining("repository:")
                .hasMessageContaining("environment: '*'")
                .hasMessageContaining("qualifier:");
    }

    private static List<String> roles(String id) {
        return APP.resources("S", "AWS::IAM::ManagedPolicy").stream()
                .filter(it -> it.at("/Properties/Roles/0/Ref").asText().startsWith(id))
                .peek(it -> assertThat(statements(it)).hasSize(1))
                .peek(it -> assertThat(statements(it).at("/0/Action").asText()).isEqualTo("sts:AssumeRole"))
                .flatMap(it -> statements(it).at("/0/Resource").valueStream())
                .map(DeploymentRoleTest::name)
                .toList();
    }

    private static JsonNode statements(JsonNode policy) {
        return policy.at("/Properties/PolicyDocument/Statement");
    }

    /** The account is that of whoever deploys. */
    private static String name(JsonNode arn) {
        return arn.toString()
                .replaceAll("\",\\{\"Ref\":\"AWS::AccountId\"},\"", "*")
                .replaceAll(".*role/", "")
                .replaceAll("\"]]}", "");
    }
}
