package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that hide from the rule which models they let somebody call. */
class HiddenModelsTest {
    private static final String LISTED = "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-5-5";
    private static final String ENDPOINT = "'ServiceName': 'com.amazonaws.eu-west-1.bedrock-runtime'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "b*:InvokeModel",
                "bedrock:*",
                "bedrock:I*",
                "bedrock:?nvokeModel",
                "Bedrock:invokemodel",
                "bedrock:CreateModelInvocationJob",
                "bedrock:InvokeModelWithBidirectionalStream",
                "bedrock-mantle:CreateInference",
                "BEDROCK-MANTLE:*"
            })
    void refusesACallHoweverItsActionIsWritten(String action) {
        assertThat(statement("'Effect': 'Allow', 'Action': '" + action + "', 'Resource': '*'"))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:bedrock:*",
                "arn:*",
                "arn:aws:bed*:*:*:*",
                "arn:aws:bedrock:eu-west-1::*",
                "arn:aws:bedrock:eu-west-1::foundation-model*",
                "arn:aws:bedrock:eu-west-1::f*/anthropic.claude-sonnet-5-5",
                "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-?-5",
                "arn:aws:bedrock:eu-west-1:111122223333:*inference-profile/*",
                "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/??.anthropic.claude-sonnet-5-5",
                "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5-5",
                "arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-5-5",
                "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-5-5"
            })
    void refusesModelsOrRegionsThatItsResourceLeavesOpen(String arn) {
        assertThat(allowing("'" + arn + "'")).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void refusesAllButSomeActionsOrResources() {
        assertThat(statement("'Effect': 'Allow', 'NotAction': 's3:*', 'Resource': '*'"))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(statement("'Effect': 'Allow', 'Action': 'bedrock:InvokeModel', 'NotResource': '" + LISTED + "'"))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(statement("'Effect': 'Allow', 'NotAction': 'bedrock*:*', 'Resource': '*'"))
                .isEqualTo(Compliance.NOT_APPLICABLE);
    }

    @Test
    void looksIntoBothBranchesOfACondition() {
        assertThat(allowing("{'Fn::If': ['Sometimes', '" + LISTED + "', '*']}")).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(statements("{'Fn::If': ['Sometimes', {'Effect': 'Allow', 'Action': 'bedrock:InvokeModel',"
                        + " 'Resource': '*'}, {'Ref': 'AWS::NoValue'}]}"))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Ref': 'Model'}",
                "{'Fn::Join': ['', ['arn:aws:bedrock:eu-west-1::foundation-model/', {'Ref': 'Model'}]]}",
                "{'Fn::Sub': ['arn:aws:bedrock:eu-west-1::foundation-model/${M}', {'M': {'Ref': 'Model'}}]}",
                "{'Fn::Sub': 'arn:aws:bedrock:eu-west-1::${Model}'}",
                "'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abcdefghijkl'",
                "'arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/abcdefghijkl'",
                "'arn:aws:bedrock:eu-west-1:111122223333:default-prompt-router/anthropic.claude:1'"
            })
    void passesNoModelThatTheTemplateDoesNotName(String resource) {
        assertThat(allowing(resource)).isEqualTo(Compliance.NOT_EVALUATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy", "AWS::IAM::GroupPolicy"})
    void looksAtEveryKindOfIdentityPolicy(String type) {
        assertThat(verdict(
                        type,
                        "{'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action': 'bedrock:InvokeModel',"
                                + " 'Resource': '*'}}}"))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AmazonBedrockFullAccess", "AmazonBedrockLimitedAccess", "AdministratorAccess"})
    void refusesAPolicyOfAwsThatAllowsEveryModel(String policy) {
        for (var type : new String[] {"AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"}) {
            assertThat(verdict(
                            type,
                            "{'ManagedPolicyArns': [{'Fn::Join': ['', ['arn:', {'Ref': 'AWS::Partition'},"
                                    + " ':iam::aws:policy/" + policy + "']]}]}"))
                    .isEqualTo(Compliance.NON_COMPLIANT);
        }
    }

    @Test
    void refusesAProfileOfOnesOwnOverModelsElsewhere() {
        var profile = "{'InferenceProfileName': 'p', 'ModelSource': {'CopyFrom': '%s'}}";
        var type = "AWS::Bedrock::ApplicationInferenceProfile";
        assertThat(verdict(type, profile.formatted(LISTED.replace("eu-west-1", "us-east-1"))))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(verdict(type, profile.formatted(LISTED))).isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refusesAnEndpointThatPassesEverything() {
        assertThat(verdict("AWS::EC2::VPCEndpoint", "{" + ENDPOINT + "}")).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(endpoint("bedrock:I*")).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(endpoint("*")).as("it leaves the models to the roles").isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void acceptsAnyRegionOnlyWhereAConditionNamesThem() {
        var anywhere = "'Effect': 'Allow', 'Action': 'bedrock:InvokeModel', 'Resource':"
                + " 'arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-5-5', 'Condition': {'%s':"
                + " {'aws:RequestedRegion': ['%s']}}";
        assertThat(statement(anywhere.formatted("StringEquals", "eu-central-1")))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(statement(anywhere.formatted("StringEquals", "us-east-1"))).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(statement(anywhere.formatted("StringNotEquals", "us-east-1")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    private static Compliance endpoint(String action) {
        return verdict(
                "AWS::EC2::VPCEndpoint",
                "{" + ENDPOINT + ", 'PolicyDocument': {'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': '"
                        + action + "', 'Resource': '*'}]}}");
    }

    private static Compliance allowing(String resource) {
        return statement("'Effect': 'Allow', 'Action': ['bedrock:InvokeModel'], 'Resource': " + resource);
    }

    private static Compliance statement(String statement) {
        return statements("{" + statement + "}");
    }

    private static Compliance statements(String statement) {
        return verdict("AWS::IAM::ManagedPolicy", "{'PolicyDocument': {'Statement': [" + statement + "]}}");
    }

    private static Compliance verdict(String type, String properties) {
        return WrittenTemplate.judged(
                        "ModelsFromCatalog",
                        "P",
                        it -> it.parameter("Model")
                                .sometimes("Q", "AWS::SQS::Queue", "{}")
                                .with("P", type, properties))
                .compliance();
    }
}
