package io.cordon.api;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.examples.ProtectedRestApiExample;
import io.cordon.policies.ApiPolicy;
import io.cordon.testing.Synthesized;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What is answered besides a function's reply: problems, preflights, refused bodies; and what is counted. */
final class ApiAnswersTest {
    private static JsonNode answer(Synthesized app, String type) {
        return app.resources("Clinic", "AWS::ApiGateway::GatewayResponse").stream()
                .map(it -> it.path("Properties"))
                .filter(it -> it.path("ResponseType").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersWithProblemsThatRepeatNothingOfTheRequest() {
        var app = Clinic.with(it -> {});

        assertThat(app.resources("Clinic", "AWS::ApiGateway::GatewayResponse"))
                .hasSameSizeAs(ApiPolicy.current().problems())
                .allSatisfy(it -> {
                    assertThat(it.toString())
                            .contains("'application/problem+json'")
                            .doesNotContain("Allow-Origin");
                    assertThat(it.at("/Properties/ResponseTemplates")
                                    .toString()
                                    .replace("$context.extendedRequestId", ""))
                            .contains("urn:cordon:problem:")
                            .doesNotContain("$");
                });
        assertThat(answer(app, "MISSING_AUTHENTICATION_TOKEN")
                        .path("StatusCode")
                        .asText())
                .isEqualTo("404");
        assertThat(answer(app, "THROTTLED").toString()).contains("gatewayresponse.header.Retry-After");
    }

    @Test
    void answersPreflightsOfNamedOriginsOnly() {
        var app = Clinic.with(it -> it.allowedOrigins("https://a.example.com", "https://b.example.com"));
        var options = app.resources("Clinic", "AWS::ApiGateway::Method").stream()
                .map(Object::toString)
                .filter(it -> it.contains("\"HttpMethod\":\"OPTIONS\""))
                .toList();

        assertThat(options)
                .singleElement()
                .asString()
                .contains("'https://a.example.com'", "$origin == \\\"https://b.example.com\\\"", "'GET'", "'Origin'")
                .contains("\"AuthorizationType\":\"NONE\"")
                .doesNotContain("'*'");
        assertThat(answer(app, "THROTTLED").toString()).doesNotContain("Allow-Origin");
        assertThat(answer(Clinic.with(it -> it.allowedOrigins("https://a.example.com")), "THROTTLED")
                        .toString())
                .contains("Access-Control-Allow-Origin", "https://a.example.com");
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void validatesABodyWhateverItsContentTypeAndLeavesOpenWhatSaysWhy() {
        Consumer<ProtectedRestApiProps.Builder> signIn =
                it -> it.route("POST /sign-in", Clinic.alone().function("f"))
                        .open("Whoever signs in has no token yet.", "POST /sign-in")
                        .body("POST /sign-in", Map.of("type", "object"));
        var app = Clinic.with(signIn);

        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::Model", json("""
                { "Schema": {"type": "object"}, "ContentType": "application/json" }
                """));
        var open = app.resources("Clinic", "AWS::ApiGateway::Method").stream()
                .map(it -> it.path("Properties"))
                .filter(it -> it.path("AuthorizationType").asText().equals("NONE"))
                .toList();
        assertThat(open).singleElement().satisfies(it -> {
            assertThat(it.path("HttpMethod").asText()).isEqualTo("POST");
            assertThat(it.path("RequestModels").properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("$default", "application/json");
        });
        assertThat(deployment(app))
                .isEqualTo(deployment(Clinic.with(signIn)))
                .isNotEqualTo(deployment(Clinic.with(it -> {
                    signIn.accept(it);
                    it.body("POST /sign-in", Map.of("type", "array"));
                })));
    }

    @Test
    void countsWhatAwsAndItsOwnLogPublish() {
        var api = Clinic.alone().api(it -> {});

        assertThat(api.metricServerError().getMetricName()).isEqualTo("5XXError");
        assertThat(dimensions(api.metricCount())).containsOnlyKeys("ApiName", "Stage");
        assertThat(api.metricBlockedRequests().getNamespace()).isEqualTo("AWS/WAFV2");
        assertThat(dimensions(api.metricBlockedRequests())).containsOnlyKeys("WebACL", "Region", "Rule");
        assertThat(api.metricUnauthorized().getNamespace())
                .isEqualTo(api.metricForbidden().getNamespace());
        assertThat(api.metricLatency(MetricOptions.builder().statistic("p99").build())
                        .getStatistic())
                .isEqualTo("p99");
    }

    @Test
    void theExamplePasses() {
        var app = Synthesized.app(it -> new ProtectedRestApiExample(it, "Example"));

        assertThat(app.violations()).isEmpty();
        app.template("Example").resourceCountIs("AWS::ApiGateway::Method", 4);
    }

    private static Map<String, Object> dimensions(Metric metric) {
        return metric.getDimensions();
    }

    private static String deployment(Synthesized app) {
        return Clinic.only(app, "AWS::ApiGateway::Stage")
                .at("/Properties/DeploymentId/Ref")
                .asText();
    }
}
