package io.cordon.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.constructs.Construct;

/**
 * The role of one environment of one GitHub repository: its workflows sign in with a token that GitHub signs for that run,
 * and may then take the roles of {@code cdk bootstrap}, and nothing else.
 *
 * <p>What a deployment can do is decided where it is done: by the policies that the bootstrap gave CloudFormation. Who may
 * start one is decided by the rules of the GitHub environment: its reviewers and its branches.
 */
public final class DeploymentRole extends Construct {
    private final Role role;

    /** Creates the role with the properties that {@code props} states. */
    public DeploymentRole(Construct scope, String id, Consumer<DeploymentRoleProps.Builder> props) {
        this(scope, id, DeploymentRoleProps.from(props));
    }

    /** Creates the role. */
    public DeploymentRole(Construct scope, String id, DeploymentRoleProps props) {
        super(scope, id);
        this.role = Role.Builder.create(this, "Role")
                .description("GitHub " + props.repository + ", environment " + props.environment)
                .assumedBy(new WebIdentityPrincipal(
                        props.provider, Map.of("StringEquals", claims(props.repository, props.environment))))
                .permissionsBoundary(props.boundary)
                .maxSessionDuration(Duration.hours(1))
                .build();
        ManagedPolicy.Builder.create(this, "Policy")
                .description("All that the environment " + props.environment + " may do")
                .roles(List.of(role))
                .statements(List.of(PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("sts:AssumeRole"))
                        .resources(bootstrapRoles(props))
                        .build()))
                .build();
        CfnOutput.Builder.create(this, "Arn")
                .description("DEPLOYMENT_ROLE of the GitHub environment " + props.environment)
                .value(role.getRoleArn())
                .build();
    }

    /** Returns the role. Its ARN, which is an output of the stack, is what the workflow's {@code role-to-assume} needs. */
    public IRole getRole() {
        return role;
    }

    /** Both are compared whole: a pattern would let another branch, environment or repository in. */
    private static Map<String, String> claims(String repository, String environment) {
        return new TreeMap<>(Map.of(
                GithubProvider.HOST + ":aud",
                GithubProvider.AUDIENCE,
                GithubProvider.HOST + ":sub",
                "repo:" + repository + ":environment:" + environment));
    }

    private List<String> bootstrapRoles(DeploymentRoleProps props) {
        var stack = Stack.of(this);
        var regions = props.regions.isEmpty() ? List.of(stack.getRegion()) : props.regions;
        return regions.stream()
                .flatMap(region -> props.right.roles().stream()
                        .map(kind ->
                                "cdk-" + props.qualifier + "-" + kind + "-role-" + stack.getAccount() + "-" + region))
                .map(name -> stack.formatArn(ArnComponents.builder()
                        .service("iam")
                        .region("")
                        .resource("role")
                        .resourceName(name)
                        .build()))
                .toList();
    }
}
