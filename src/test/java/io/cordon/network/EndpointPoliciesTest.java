package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.GIVEN;
import static io.cordon.network.Networks.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

class EndpointPoliciesTest {
    private static final String ANSWERS = "cloudformation-custom-resource-response-";

    @Test
    void onlyPrincipalsOfThisAccountPass() {
        assertThat(ALL.resources(HERE, "AWS::EC2::VPCEndpoint"))
                .hasSize(4)
                .allSatisfy(endpoint -> assertThat(endpoint.at("/Properties/PolicyDocument/Statement"))
                        .singleElement()
                        .satisfies(
                                it -> assertThat(equal(it, "PrincipalAccount")).isEqualTo("111122223333")));
        assertThat(ALL.resources(ANYWHERE, "AWS::EC2::VPCEndpoint"))
                .allSatisfy(endpoint -> assertThat(endpoint.at("/Properties/PolicyDocument/Statement/0")
                                .toString())
                        .contains("\"aws:PrincipalAccount\":{\"Ref\":\"AWS::AccountId\"}"));
    }

    @Test
    void gatewaysLeadToResourcesOfThisAccountOnly() {
        assertThat(List.of(HERE, GIVEN))
                .allSatisfy(stack -> assertThat(ALL.resources(stack, "AWS::EC2::VPCEndpoint"))
                        .filteredOn(it ->
                                it.at("/Properties/VpcEndpointType").asText().equals("Gateway"))
                        .hasSize(2)
                        .allSatisfy(
                                it -> assertThat(it.at("/Properties/PolicyDocument/Statement/0/Condition/StringEquals"))
                                        .hasSize(2)));
        assertThat(equal(statements(ALL, HERE, "s3").get(0), "ResourceAccount")).isEqualTo("111122223333");
        assertThat(equal(statements(ALL, HERE, "kms").get(0), "ResourceAccount"))
                .isEmpty();
    }

    @Test
    void anOrganizationStandsInThePlaceOfTheAccount() {
        var app = network(it -> it.organization("o-a1b2c3d4e5"));
        assertThat(equal(statements(app, HERE, "dynamodb").get(0), "PrincipalOrgID"))
                .isEqualTo("o-a1b2c3d4e5");
        assertThat(equal(statements(app, HERE, "dynamodb").get(0), "ResourceOrgID"))
                .isEqualTo("o-a1b2c3d4e5");
        assertThat(equal(statements(app, HERE, "kms").get(0), "PrincipalOrgID")).isEqualTo("o-a1b2c3d4e5");
        assertThat(equal(statements(app, HERE, "kms").get(0), "PrincipalAccount"))
                .isEmpty();
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void customResourcesAnswerToCloudFormationsBucketOnlyWhenAsked() {
        var app = network(it -> it.customResources(true));
        assertThat(statements(app, HERE, "s3")).hasSize(2).element(1).satisfies(answers -> {
            assertThat(answers.path("Action").asText()).isEqualTo("s3:PutObject");
            assertThat(answers.has("Condition")).isFalse();
            assertThat(answers.path("Resource").toString())
                    .contains(ANSWERS + "euwest1/arn:")
                    .contains(":cloudformation:eu-west-1:111122223333:stack/*");
        });
        assertThat(statements(app, HERE, "dynamodb")).hasSize(1);
        assertThat(ALL.resources(HERE, "AWS::EC2::VPCEndpoint").toString()).doesNotContain(ANSWERS);
    }

    @Test
    void anOrganizationAnswersTheStacksOfItsAccounts() {
        var app = network(it -> it.customResources(true).organization("o-a1b2c3d4e5"));
        assertThat(statements(app, HERE, "s3").get(1).path("Resource").toString())
                .contains(":cloudformation:eu-west-1:*:stack/*");
    }

    @Test
    void theBucketOfAnUnknownRegionLosesItsHyphensAtDeployment() {
        var app = Synthesized.app(it -> create(new Stack(it, ANYWHERE), props -> props.customResources(true)));
        assertThat(statements(app, ANYWHERE, "s3").get(1).path("Resource").toString())
                .contains(ANSWERS)
                .contains("{\"Fn::Split\":[\"-\",{\"Ref\":\"AWS::Region\"}]}");
    }

    @Test
    void whatACallerWritesDoesNotLetStrangersIn() {
        var app = network(it -> it.endpointPolicy("kms", List.of(allow("kms:Decrypt"))));
        assertThat(statements(app, HERE, "kms"))
                .hasSize(2)
                .satisfiesExactly(
                        allow -> assertThat(allow.path("Action").asText()).isEqualTo("kms:Decrypt"), deny -> {
                            assertThat(deny.path("Effect").asText()).isEqualTo("Deny");
                            assertThat(deny.path("Resource").asText()).isEqualTo("*");
                            assertThat(deny.at("/Condition/StringNotEquals/aws:PrincipalAccount")
                                            .asText())
                                    .isEqualTo("111122223333");
                        });
    }

    @Test
    void whatACallerWritesOfS3StillLetsAnswersThrough() {
        var app = network(it -> it.customResources(true).endpointPolicy("s3", List.of(allow("s3:GetObject"))));
        assertThat(statements(app, HERE, "s3")).hasSize(3);
        assertThat(statements(app, HERE, "s3").get(1).path("NotResource").toString())
                .contains(ANSWERS);
        assertThat(statements(app, HERE, "s3").get(1).has("Resource")).isFalse();
        assertThat(app.violations()).isEmpty();
    }

    private static Synthesized network(Consumer<IsolatedNetworkProps.Builder> change) {
        return Synthesized.app(app -> create(Networks.here(app, HERE), change));
    }

    private static void create(Stack stack, Consumer<IsolatedNetworkProps.Builder> change) {
        new IsolatedNetwork(
                stack,
                "Network",
                change.andThen(it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .interfaceEndpoints(List.of("kms"))
                        .logKey(Networks.key(stack))));
    }

    private static PolicyStatement allow(String action) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of(action))
                .resources(List.of("*"))
                .build();
    }

    private static List<JsonNode> statements(Synthesized app, String stack, String service) {
        return app.resources(stack, "AWS::EC2::VPCEndpoint").stream()
                .filter(it -> it.at("/Properties/ServiceName").toString().contains("." + service + "\""))
                .findFirst()
                .orElseThrow()
                .at("/Properties/PolicyDocument/Statement")
                .valueStream()
                .toList();
    }

    private static String equal(JsonNode statement, String key) {
        return statement.at("/Condition/StringEquals/aws:" + key).asText();
    }
}
