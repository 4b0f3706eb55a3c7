package io.cordon.ai;

import static io.cordon.ai.Links.ALL;
import static io.cordon.ai.Links.ANYWHERE;
import static io.cordon.ai.Links.HERE;
import static io.cordon.ai.Links.SONNET;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

class BedrockPrivateLinkTest {
    @Test
    void makesOneRuntimeEndpointInTheIsolatedSubnetsWithPrivateDns() {
        assertThat(ALL.resources(ANYWHERE, "AWS::EC2::VPCEndpoint")).hasSize(1);
        ALL.template(ANYWHERE).hasResourceProperties("AWS::EC2::VPCEndpoint", json("""
                { "VpcEndpointType": "Interface", "PrivateDnsEnabled": true, "VpcId": "vpc-1",
                  "SubnetIds": ["subnet-1", "subnet-2"],
                  "ServiceName": {"Fn::Join": ["", ["com.amazonaws.", {"Ref": "AWS::Region"}, ".bedrock-runtime"]]} }
                """));
    }

    @Test
    void letsOnlyTheNamedFunctionsIn() {
        ALL.template(HERE).hasResourceProperties("AWS::EC2::SecurityGroup", json("""
                { "GroupDescription": "Bedrock endpoints: HTTPS in from the functions, nothing out" }
                """));
        assertThat(ALL.resources(HERE, "AWS::EC2::SecurityGroupIngress"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/Properties/FromPort").asInt()).isEqualTo(443))
                .satisfies(rule -> assertThat(rule.at("/Properties/SourceSecurityGroupId/Fn::GetAtt/0")
                                .asText())
                        .startsWith("Functions"));
        assertThat(ALL.resources(HERE, "AWS::EC2::SecurityGroup"))
                .noneMatch(group -> group.toString().contains("0.0.0.0/0"));
    }

    @Test
    void letsThroughTheProfilesHereAndTheModelsInEachDestination() {
        var policy = endpoint(HERE, "bedrock-runtime").at("/Properties/PolicyDocument/Statement");

        assertThat(policy).hasSize(2).allSatisfy(statement -> {
            assertThat(statement.path("Action"))
                    .extracting(JsonNode::asText)
                    .containsExactly("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream");
            assertThat(statement
                            .at("/Condition/StringEquals/aws:PrincipalOrgID")
                            .asText())
                    .isEqualTo("o-abcdefghij");
        });
        assertThat(policy.at("/0/Resource"))
                .map(JsonNode::toString)
                .allMatch(arn -> arn.contains(":bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-"))
                .hasSize(2);
        assertThat(policy.at("/1/Resource"))
                .map(JsonNode::toString)
                .hasSize(12)
                .anyMatch(arn -> arn.contains(":bedrock:eu-north-1::foundation-model/" + SONNET))
                .noneMatch(arn -> arn.contains("*"));
    }

    @Test
    void asksTheControlPlaneOnlyAboutTheSameModels() {
        assertThat(endpoint(HERE, "bedrock").at("/Properties/PolicyDocument/Statement"))
                .extracting(statement -> statement.path("Action").asText())
                .containsExactly("bedrock:GetInferenceProfile", "bedrock:GetFoundationModel");
    }

    @Test
    void admitsPrincipalsOfThisAccountUnlessAnOrganisationIsNamed() {
        assertThat(ALL.resources(ANYWHERE, "AWS::EC2::VPCEndpoint")
                        .get(0)
                        .at("/Properties/PolicyDocument/Statement/0/Condition/StringEquals/aws:PrincipalAccount/Ref")
                        .asText())
                .isEqualTo("AWS::AccountId");
    }

    @Test
    void refusesDeadModelsWrongRegionsAndOtherGeographiesTogether() {
        assertThatThrownBy(() -> Links.in(
                        stack("us-east-1"),
                        it -> it.models(List.of("anthropic.claude-3-haiku-20240307-v1:0", "global." + SONNET))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "region: us-east-1; eu is [", "Claude 3 Haiku ended on 2026-09-10", "leaves every geography");
        assertThat(Links.in(stack("us-east-1"), it -> it.geography("us")).getModels())
                .extracting(ModelProfile::id)
                .containsExactly("us." + SONNET);
    }

    @Test
    void everyModelOfTheListFitsIntoOneEndpointPolicy() {
        var all = ModelCatalog.of(stack("eu-west-1")).models("eu").stream()
                .map(Model::id)
                .toList();

        assertThat(Links.in(stack("eu-west-1"), it -> it.models(all)).getModels())
                .hasSameSizeAs(all);
    }

    @Test
    void passesTheGateWithNoExcuse() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed()).isEmpty();
    }

    private static Stack stack(String region) {
        return Links.here(new App(AppProps.builder().context(Links.CONTEXT).build()), "S", region);
    }

    private static JsonNode endpoint(String stack, String service) {
        return ALL.resources(stack, "AWS::EC2::VPCEndpoint").stream()
                .filter(it -> it.at("/Properties/ServiceName").asText().endsWith("." + service))
                .findFirst()
                .orElseThrow();
    }
}
