package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Fn;

/** An API behind a web ACL of your own. */
final class GivenFirewallTest {
    private static final String ARN = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/clinic/a1b2-c3";
    private static Synthesized app;

    @BeforeAll
    static void synthesize() {
        app = Clinic.with(it -> it.webAcl(ARN));
    }

    @Test
    void standsBeforeTheStage() {
        var association = Clinic.only(app, "AWS::WAFv2::WebACLAssociation").path("Properties");

        assertThat(association.path("WebACLArn").asText()).isEqualTo(ARN);
        assertThat(association.path("ResourceArn").toString()).contains("ApiDeploymentStagelive");
    }

    @Test
    void keepsItsRulesAndItsLog() {
        app.template("Clinic").resourceCountIs("AWS::WAFv2::WebACL", 0);
        app.template("Clinic").resourceCountIs("AWS::WAFv2::LoggingConfiguration", 0);
        app.template("Clinic").resourceCountIs("AWS::Logs::LogGroup", 2);
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void isCountedUnderANameThatIsNotKnownHere() {
        var api = Clinic.alone().api(it -> it.webAcl(ARN));

        assertThat(api.getWebAcl()).isEqualTo(ARN);
        assertThat(api.getWebAclMetricName()).isEmpty();
        assertThatThrownBy(api::metricBlockedRequests)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Clinic/Api/Api: a web ACL of your own counts under a name");
    }

    @Test
    void takesAnArnThatOnlyTheDeploymentKnows() {
        assertThatCode(() -> Clinic.alone().api(it -> it.webAcl(Fn.importValue("Acl"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clinic",
                "arn:aws:wafv2:us-east-1:111122223333:global/webacl/clinic/a1b2",
                "arn:aws:waf-regional:eu-west-1:111122223333:webacl/a1b2",
                "arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/clinic/a1b2",
                "arn:aws:wafv2:eu-west-1:*:regional/webacl/clinic/a1b2"
            })
    void refusesWhatIsNoRegionalWebAcl(String arn) {
        assertThatThrownBy(() -> Clinic.alone().props().webAcl(arn).build())
                .hasMessageContaining("webAcl: " + arn + "; the ARN of a regional web ACL");
    }

    @Test
    void isToldNothing() {
        assertThatThrownBy(() -> Clinic.alone()
                        .props()
                        .webAcl(ARN)
                        .requestsPerAddress(50)
                        .build())
                .hasMessageContaining("brings its own rules; leave out requestsPerAddress and countOnly");
        assertThatThrownBy(() -> Clinic.alone()
                        .props()
                        .webAcl(ARN)
                        .countOnly("AWSManagedRulesCommonRuleSet/SizeRestrictions_BODY")
                        .build())
                .hasMessageContaining("brings its own rules");
    }

    @Test
    void liesInTheRegionOfTheApi() {
        var frankfurt = Environment.builder().region("eu-central-1").build();

        assertThatThrownBy(() -> new Clinic(new App(), "Clinic", frankfurt).api(it -> it.webAcl(ARN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webAcl: " + ARN, "so it must lie in eu-central-1");
    }
}
