package io.cordon.api;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.constructs.Construct;

/** An API under a name of its own. */
final class CustomDomainTest {
    private static final String NAME = "api.clinic.example";
    private static Synthesized app;
    private static Synthesized without;

    @BeforeAll
    static void synthesize() {
        app = Synthesized.app(it -> {
            var clinic = new Clinic(it, "Clinic");
            clinic.api(props -> props.domain(NAME, certificate(clinic, "eu-west-1")));
        });
        without = Clinic.with(it -> {});
    }

    private static ICertificate certificate(Construct scope, String region) {
        return Certificate.fromCertificateArn(
                scope, "Certificate", "arn:aws:acm:" + region + ":111122223333:certificate/1a2b");
    }

    @Test
    void speaksTls13AndNothingElse() {
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::DomainName", json("""
                { "DomainName": "api.clinic.example", "EndpointConfiguration": {"Types": ["REGIONAL"]},
                  "RegionalCertificateArn": "arn:aws:acm:eu-west-1:111122223333:certificate/1a2b",
                  "SecurityPolicy": "SecurityPolicy_TLS13_1_3_2025_09", "EndpointAccessMode": "STRICT" }
                """));
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void leadsToTheOneStage() {
        var mapping = Clinic.only(app, "AWS::ApiGateway::BasePathMapping").path("Properties");

        assertThat(mapping.at("/DomainName/Ref").asText()).startsWith("ApiDomainName");
        assertThat(mapping.at("/Stage/Ref").asText()).startsWith("ApiDeploymentStagelive");
        assertThat(mapping.has("BasePath")).isFalse();
    }

    @Test
    void closesTheDoorThatApiGatewayOpensByItself() {
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::RestApi", json("""
                { "DisableExecuteApiEndpoint": true }
                """));
        assertThat(Clinic.only(without, "AWS::ApiGateway::RestApi")
                        .path("Properties")
                        .has("DisableExecuteApiEndpoint"))
                .isFalse();
    }

    /** The default endpoint closes when a stage changes, so the API must be deployed anew. */
    @Test
    void isDeployedAnewWhenItGetsAName() {
        assertThat(deployment(app)).isNotEqualTo(deployment(without));
    }

    @Test
    void saysWhereItIsCalledAndWhereDnsMustPoint() {
        var stack = Clinic.alone();
        var api = stack.api(it -> it.domain(NAME, certificate(stack, "eu-west-1")));

        assertThat(api.getUrl()).isEqualTo("https://" + NAME + "/");
        assertThat(api.getDomainTarget()).hasValueSatisfying(target -> {
            assertThat(stack.resolve(target.domainName()).toString()).contains("ApiDomainName", "RegionalDomainName");
            assertThat(stack.resolve(target.hostedZoneId()).toString()).contains("RegionalHostedZoneId");
        });
        assertThat(Clinic.alone().api(it -> {}).getDomainTarget()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "API.clinic.example",
                "*.clinic.example",
                "https://api.clinic.example",
                "api.clinic.example/v1",
                "api.clinic.example.",
                "-api.clinic.example",
                "192.168.0.1",
                "api clinic.example",
                "api.clinic.example\n"
            })
    void refusesWhatIsNoHost(String name) {
        var clinic = Clinic.alone();
        var props = clinic.props().domain(name, certificate(clinic, "eu-west-1"));

        assertThatThrownBy(props::build).hasMessageContaining("domain: " + name + "; a host name in lower case");
    }

    @Test
    void takesANameThatOnlyTheDeploymentKnows() {
        var clinic = Clinic.alone();
        var name = CfnParameter.Builder.create(clinic, "Host").build().getValueAsString();

        assertThatCode(() -> clinic.api(it -> it.domain(name, certificate(clinic, "eu-west-1"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesACertificateOfAnotherRegion() {
        var env = Environment.builder()
                .account("111122223333")
                .region("eu-west-1")
                .build();
        var clinic = new Clinic(new App(), "Clinic", env);

        assertThatThrownBy(() -> clinic.api(it -> it.domain(NAME, certificate(clinic, "us-east-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("domain: arn:aws:acm:us-east-1:", "so it must lie in eu-west-1");
    }

    private static String deployment(Synthesized synthesized) {
        return Clinic.only(synthesized, "AWS::ApiGateway::Stage")
                .at("/Properties/DeploymentId/Ref")
                .asText();
    }
}
