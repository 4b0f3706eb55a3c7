package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What API Gateway writes by itself, into answers and into logs, holds nothing that the caller has said. */
final class EchoTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_.]*");

    /** Variables whose value API Gateway or a function makes, or that can take a few values only. */
    private static final List<String> HARMLESS = List.of(
            "$context.apiId",
            "$context.authorizer.latency",
            "$context.authorizer.requestId",
            "$context.authorizer.status",
            "$context.cipherSuite",
            "$context.error.responseType",
            "$context.extendedRequestId",
            "$context.httpMethod",
            "$context.integration.latency",
            "$context.integration.requestId",
            "$context.integration.status",
            "$context.protocol",
            "$context.requestTime",
            "$context.resourceId",
            "$context.responseLatency",
            "$context.responseLength",
            "$context.stage",
            "$context.status",
            "$context.tlsVersion",
            "$context.wafResponseCode");

    private static Synthesized app;

    @BeforeAll
    static void synthesize() {
        app = Clinic.with(it -> it.route("POST /sign-in", Clinic.alone().function("f"))
                .open("Whoever signs in has no token yet.", "POST /sign-in")
                .body("POST /sign-in", Map.of("type", "object"))
                .allowedOrigins("https://a.example.com", "https://b.example.com"));
    }

    @Test
    void logsOnlyWhatTheCallerHasNotSaid() {
        var format = Clinic.only(app, "AWS::ApiGateway::Stage")
                .at("/Properties/AccessLogSetting/Format")
                .asText();

        assertThat(variables(format)).hasSize(HARMLESS.size()).isSubsetOf(HARMLESS);
    }

    @Test
    void answersForItselfWithAnIdThatNoHeaderCanSet() {
        assertThat(app.resources("Clinic", "AWS::ApiGateway::GatewayResponse"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(variables(it.path("Properties").toString()))
                        .containsOnly("$context.extendedRequestId"));
    }

    /** The one thing a preflight looks at is the origin, and it compares it with names that the template holds. */
    @Test
    void repeatsAnOriginOnlyIfItIsOneOfThoseNamed() {
        var templates = integrations()
                .flatMap(it -> it.path("IntegrationResponses").valueStream())
                .flatMap(it -> it.path("ResponseTemplates").valueStream())
                .map(JsonNode::asText)
                .toList();

        assertThat(templates).hasSize(2).allSatisfy(template -> {
            assertThat(variables(template))
                    .isSubsetOf("$input.params", "$origin", "$context.responseOverride.header.Access");
            assertThat(template.lines().map(String::strip).filter(line -> line.contains("$input")))
                    .allMatch(line -> line.startsWith("#set($origin = $input.params("));
            assertThat(template).contains("#if($origin == \"https://b.example.com\")");
        });
    }

    @Test
    void mapsNothingOfTheRequestIntoAnythingElse() {
        assertThat(integrations()).allSatisfy(it -> {
            assertThat(it.path("RequestParameters").isEmpty()).isTrue();
            assertThat(it.path("RequestTemplates").toString())
                    .isIn("", "{\"application/json\":\"{ statusCode: 200 }\"}");
            assertThat(it.path("IntegrationResponses").findValues("ResponseParameters"))
                    .allSatisfy(parameters -> assertThat(parameters)
                            .allMatch(value -> value.asText().matches("'[^']*'")));
        });
    }

    private static Stream<JsonNode> integrations() {
        return app.resources("Clinic", "AWS::ApiGateway::Method").stream().map(it -> it.at("/Properties/Integration"));
    }

    private static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
