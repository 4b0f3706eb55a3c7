package io.cordon.systems.serenya;

import io.cordon.pipeline.DeploymentRole;
import io.cordon.pipeline.GithubProvider;
import io.cordon.pipeline.Right;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** Who may deploy the stages of one account from GitHub. An administrator deploys it, once and before any pipeline. */
public final class SerenyaPipeline extends Stack {
    private final GithubProvider provider;

    SerenyaPipeline(Construct scope, Serenya.Place place, List<SerenyaSettings> stages, String repository) {
        super(
                scope,
                "SerenyaPipeline" + (place.account() == null ? "" : "-" + place.account()),
                StackProps.builder()
                        .description("Serenya: who may deploy from " + repository)
                        .env(place.environment())
                        .terminationProtection(true)
                        .build());
        this.provider = new GithubProvider(this, "Github");
        stages.forEach(stage -> roles(stage, repository));
        Tags.of(this).add("system", "serenya");
    }

    private void roles(SerenyaSettings stage, String repository) {
        role("Plan", Right.PLAN, stage.stage() + "-plan", stage, repository);
        role("Deploy", Right.DEPLOY, stage.stage(), stage, repository);
    }

    private void role(String id, Right right, String environment, SerenyaSettings stage, String repository) {
        var regions = Stream.of(stage.placement().region(), stage.placement().recoveryRegion())
                .toList();
        new DeploymentRole(
                this,
                id + "-" + stage.stage(),
                it -> it.provider(provider.getArn())
                        .repository(repository)
                        .environment(environment)
                        .right(right)
                        .regions(regions));
    }
}
