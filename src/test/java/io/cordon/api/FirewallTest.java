package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FirewallTest {
    private static final String ACL = "AWS::WAFv2::WebACL";
    private static Synthesized app;

    @BeforeAll
    static void synthesize() {
        app = Clinic.with(
                it -> it.requestsPerAddress(50).countOnly("AWSManagedRulesCommonRuleSet/SizeRestrictions_BODY"));
    }

    @Test
    void asksHowOftenAnAddressCallsAndThenFourGroups() {
        var rules = Clinic.only(app, ACL).at("/Properties/Rules");

        assertThat(rules).hasSize(5);
        assertThat(rules.at("/0/Statement/RateBasedStatement").toString())
                .contains("\"AggregateKeyType\":\"IP\"", "\"Limit\":50", "\"EvaluationWindowSec\":300");
        assertThat(rules.at("/0/Action/Block/CustomResponse/ResponseCode").asInt())
                .isEqualTo(429);
        assertThat(rules.at("/2/Statement/ManagedRuleGroupStatement/RuleActionOverrides/0/Name")
                        .asText())
                .isEqualTo("SizeRestrictions_BODY");
        assertThat(rules.at("/1/OverrideAction").toString()).isEqualTo("{\"None\":{}}");
        assertThat(rules.at("/2/Statement/ManagedRuleGroupStatement/RuleActionOverrides/0/ActionToUse")
                        .toString())
                .isEqualTo("{\"Count\":{}}");
        assertThat(rules.at("/1/Statement/ManagedRuleGroupStatement/RuleActionOverrides")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void neverSamplesARequest() {
        assertThat(Clinic.only(app, ACL).toString()).doesNotContain("\"SampledRequestsEnabled\":true");
    }

    @Test
    void replacesBodyQueryAndTokensWhereverTheyMatched() {
        var protections = Clinic.only(app, ACL).at("/Properties/DataProtectionConfig/DataProtections");

        assertThat(protections)
                .extracting(it -> it.at("/Field/FieldType").asText())
                .containsExactly("BODY", "QUERY_STRING", "SINGLE_HEADER");
        assertThat(protections).allSatisfy(it -> {
            assertThat(it.path("Action").asText()).isEqualTo("SUBSTITUTION");
            assertThat(it.path("ExcludeRuleMatchDetails").asBoolean(true)).isFalse();
            assertThat(it.path("ExcludeRateBasedDetails").asBoolean(true)).isFalse();
        });
        assertThat(protections.at("/2/Field/FieldKeys").toString()).contains("authorization", "cookie");
    }

    @Test
    void logsWithoutPathQueryAndTokensIntoAGroupThatLetsItIn() {
        var logging = Clinic.only(app, "AWS::WAFv2::LoggingConfiguration").path("Properties");
        var group = app.resources("Clinic", "AWS::Logs::LogGroup").stream()
                .filter(it -> it.toString().contains("aws-waf-logs-"))
                .findFirst()
                .orElseThrow();

        assertThat(logging.path("RedactedFields").toString())
                .isEqualTo("[{\"UriPath\":{}},{\"QueryString\":{}},{\"SingleHeader\":{\"Name\":\"authorization\"}},"
                        + "{\"SingleHeader\":{\"Name\":\"cookie\"}}]");
        assertThat(logging.path("LogDestinationConfigs").toString())
                .contains("\"Ref\":\"ApiFirewallLog")
                .doesNotContain(":*");
        assertThat(group.at("/Properties/ResourcePolicyDocument").toString())
                .contains("delivery.logs.amazonaws.com", "logs:PutLogEvents", "aws:SourceAccount", "aws:SourceArn");
        app.template("Clinic").resourceCountIs("AWS::Logs::ResourcePolicy", 0);
    }

    @Test
    void standsBeforeTheStage() {
        var association = Clinic.only(app, "AWS::WAFv2::WebACLAssociation").path("Properties");

        assertThat(association.path("ResourceArn").toString()).contains("/stages/", "\"Ref\":\"ApiDeploymentStagelive");
        assertThat(association.path("WebACLArn").toString()).contains("ApiFirewallWebAcl");
    }
}
