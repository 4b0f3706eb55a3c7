package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** APIs where there is more than one, deep down, or in an account that only the deployment knows. */
final class PlacesTest {
    @Test
    void twoInOneStackShareNothingButTheKey() {
        var app = Synthesized.app(it -> {
            var clinic = new Clinic(it, "Clinic");
            var first = clinic.api(props -> {});
            var second = new ProtectedRestApi(clinic, "Second", clinic.props().build());

            assertThat(first.metricForbidden().getNamespace())
                    .isNotEqualTo(second.metricForbidden().getNamespace());
            assertThat(first.metricCount().getDimensions())
                    .isNotEqualTo(second.metricCount().getDimensions());
            assertThat(first.getWebAclMetricName()).isNotEqualTo(second.getWebAclMetricName());
        });

        assertThat(app.violations()).isEmpty();
        for (var type : List.of("AWS::ApiGateway::RestApi", "AWS::WAFv2::WebACL")) {
            assertThat(app.resources("Clinic", type).stream()
                            .map(it -> it.at("/Properties/Name").asText()))
                    .as(type)
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
        assertThat(app.resources("Clinic", "AWS::Logs::LogGroup").stream()
                        .map(it -> it.at("/Properties/LogGroupName").toString())
                        .filter(name -> !name.isEmpty()))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(app.resources("Clinic", "AWS::KMS::Key").get(0).at("/Properties/KeyPolicy/Statement"))
                .filteredOn(it -> it.path("Sid").asText().equals("LogGroupsOfThisAccount"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"literal", "unresolved"})
    void letsAnImportedFunctionOfTheSameEnvironmentBeCalled(String kind) {
        var known = kind.equals("literal");
        var app = Synthesized.app(it -> placed(it, "Clinic", known));
        var permissions = app.resources("Clinic", "AWS::Lambda::Permission").stream()
                .map(it -> it.path("Properties"))
                .toList();

        assertThat(app.violations()).isEmpty();
        assertThat(app.warnings()).isEmpty();
        assertThat(permissions).hasSize(2).allSatisfy(it -> {
            assertThat(it.path("FunctionName").toString()).contains(":live");
            assertThat(it.path("SourceArn").toString())
                    .contains(known ? ":eu-west-1:111122223333:" : "AWS::AccountId")
                    .contains("execute-api");
        });
        assertThat(app.template("Clinic").toJSON().toString().contains("AWS::AccountId"))
                .isEqualTo(!known);
    }

    @Test
    void hasNamesThatAwsTakesHoweverDeepItLies() {
        Construct scope = new Stack(new Stage(new App(), "Production"), "Backend");
        for (var step : List.of("Department of Internal Medicine", "Übergang", "x".repeat(120))) {
            scope = new Construct(scope, step);
        }
        var api = placedIn(scope);

        assertThat(api.getApi().getRestApiName()).matches("[\\w-]{1,100}");
        assertThat(api.getWebAclMetricName()).hasValue(api.getApi().getRestApiName());
        assertThat(Template.fromStack(Stack.of(scope)).findResources("AWS::ApiGateway::RestApi"))
                .hasSize(1);
    }

    @Test
    void standsInANestedStackToo() {
        var backend = new Stack(new App(), "Backend");
        var nested = new NestedStack(backend, "Edge");
        var api = placedIn(nested);

        assertThat(api.getApi().getRestApiName()).matches("[\\w-]{1,100}");
        Template.fromStack(nested).resourceCountIs("AWS::WAFv2::WebACLAssociation", 1);
        Template.fromStack(backend).resourceCountIs("AWS::ApiGateway::RestApi", 0);
    }

    private static void placed(App app, String id, boolean known) {
        var env = Environment.builder()
                .account("111122223333")
                .region("eu-west-1")
                .build();
        placedIn(new Stack(
                app,
                id,
                known
                        ? StackProps.builder().env(env).build()
                        : StackProps.builder().build()));
    }

    private static ProtectedRestApi placedIn(Construct scope) {
        var key = Key.Builder.create(scope, "Key").enableKeyRotation(true).build();
        return new ProtectedRestApi(
                scope,
                "Api",
                it -> it.authorizer(imported(scope, "authorizer"))
                        .route("GET /jobs/{id}", imported(scope, "status"))
                        .key(key));
    }

    private static IFunction imported(Construct scope, String name) {
        var stack = Stack.of(scope);
        return Function.fromFunctionAttributes(
                scope,
                name,
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:" + stack.getRegion() + ":" + stack.getAccount() + ":function:"
                                + name + ":live")
                        .sameEnvironment(true)
                        .build());
    }
}
