package io.cordon.ai;

import static io.cordon.ai.Links.ALL;
import static io.cordon.ai.Links.HAIKU;
import static io.cordon.ai.Links.HERE;
import static io.cordon.ai.Links.SONNET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

class BedrockPrivateLinkGrantsTest {
    @Test
    void grantsOneModelThroughItsProfileOnlyAndInTheRolesManagedPolicy() {
        assertThat(ALL.resources(HERE, "AWS::IAM::Policy")).isEmpty();
        var statements =
                ALL.resources(HERE, "AWS::IAM::ManagedPolicy").get(0).at("/Properties/PolicyDocument/Statement");

        assertThat(statements).hasSize(2);
        assertThat(statements.at("/0/Resource").toString())
                .contains(":bedrock:eu-west-1:111122223333:inference-profile/eu." + HAIKU);
        assertThat(statements.at("/1/Resource")).hasSize(6);
        assertThat(statements
                        .at("/1/Condition/StringEquals/bedrock:InferenceProfileArn")
                        .toString())
                .isEqualTo(statements.at("/0/Resource").toString());
        assertThat(statements.toString()).doesNotContain("*").doesNotContain(SONNET);
    }

    @Test
    void refusesWhatItWasNotGiven() {
        var link = Links.in(stack("eu-west-1"), it -> it.models(List.of(HAIKU)));

        assertThatThrownBy(() -> link.getInvokeStatements(SONNET))
                .hasMessage(
                        "model: " + SONNET + "; one of [" + HAIKU + "]; name it in models, or the endpoint stops it");
        assertThat(link.getInvokeStatements(HAIKU)).hasSize(2);
        assertThat(link.getControlPlaneEndpoint()).isEmpty();
        assertThat(link.getModel(HAIKU).id()).isEqualTo("eu." + HAIKU);
    }

    @Test
    void measuresModelsByProfileAndTheEndpointByItsFourDimensions() {
        var link = Links.in(stack("eu-west-1"), it -> {});
        var throttles = link.getMetrics(SONNET)
                .metricInvocationThrottles(
                        MetricOptions.builder().period(Duration.minutes(1)).build());

        assertThat(throttles.getNamespace()).isEqualTo("AWS/Bedrock");
        assertThat(throttles.getDimensions()).containsOnly(Map.entry("ModelId", "eu." + SONNET));
        assertThat(throttles.getPeriod().toMinutes()).isEqualTo(1);
        assertThat(link.metricBytesProcessed().getDimensions())
                .containsOnlyKeys("Endpoint Type", "Service Name", "VPC Endpoint Id", "VPC Id")
                .containsEntry("Service Name", "com.amazonaws.eu-west-1.bedrock-runtime");
    }

    @Test
    void twoOfThemLiveInOneStack() {
        var stack = stack("eu-west-1");
        var first = Links.in(stack, it -> {});
        var second = new BedrockPrivateLink(
                stack,
                "Second",
                it -> it.network(first.getVpc(), first.getSecurityGroup()).models(List.of(HAIKU)));

        Template.fromStack(stack).resourceCountIs("AWS::EC2::VPCEndpoint", 2);
        assertThatThrownBy(() -> second.getMetrics(SONNET)).hasMessageContaining("one of [" + HAIKU + "]");
    }

    private static Stack stack(String region) {
        return Links.here(new App(AppProps.builder().context(Links.CONTEXT).build()), "S", region);
    }
}
