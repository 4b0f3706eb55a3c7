package io.cordon.api;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.testing.Synthesized;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ProtectedRestApiTest {
    private static Synthesized app;

    @BeforeAll
    static void synthesize() {
        app = Clinic.with(it -> {});
    }

    @Test
    void passesBothPacksButForTheCacheThatItDoesNotWant() {
        assertThat(app.violations()).isEmpty();
        assertThat(app.suppressed())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).contains("APIGWCacheEnabledAndEncrypted"));
        assertThat(app.warnings()).isEmpty();
    }

    @Test
    void speaksTls13AndNothingElseAtARegionalEndpoint() {
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::RestApi", json("""
                { "SecurityPolicy": "SecurityPolicy_TLS13_1_3_2025_09", "EndpointAccessMode": "STRICT",
                  "EndpointConfiguration": {"Types": ["REGIONAL"]} }
                """));
    }

    @Test
    void leavesTheAccountsSettingsAndTheStacksOutputsAlone() {
        app.template("Clinic").resourceCountIs("AWS::ApiGateway::Account", 0);
        app.template("Clinic").resourceCountIs("AWS::IAM::Role", 0);
        assertThat(app.template("Clinic").findOutputs("*")).isEmpty();
    }

    @Test
    void tracesLogsErrorsWithoutBodiesAndThrottles() {
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::Stage", json("""
                { "StageName": "live", "TracingEnabled": true, "MethodSettings": [{
                    "HttpMethod": "*", "ResourcePath": "/*", "LoggingLevel": "ERROR", "DataTraceEnabled": false,
                    "MetricsEnabled": true, "ThrottlingRateLimit": 100, "ThrottlingBurstLimit": 200 }] }
                """));
    }

    @Test
    void asksTheAuthorizerForEachRouteAndRemembersItsAnswerForAMinute() {
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::Authorizer", json("""
                { "Type": "REQUEST", "IdentitySource": "method.request.header.Authorization",
                  "AuthorizerResultTtlInSeconds": 60 }
                """));
        app.template("Clinic").hasResourceProperties("AWS::ApiGateway::Method", json("""
                { "HttpMethod": "GET", "AuthorizationType": "CUSTOM",
                  "RequestParameters": {"method.request.path.id": true},
                  "Integration": {"Type": "AWS_PROXY", "TimeoutInMillis": 29000} }
                """));
        assertThat(Clinic.only(app, "AWS::ApiGateway::Method").at("/Properties/RequestValidatorId"))
                .isNotEmpty();
    }

    @Test
    void letsApiGatewayInvokeByThisAuthorizerAndThisStageOnly() {
        var sources = app.resources("Clinic", "AWS::Lambda::Permission").stream()
                .map(permission -> permission.at("/Properties/SourceArn").toString())
                .toList();

        assertThat(sources)
                .hasSize(2)
                .anyMatch(source -> source.contains("/authorizers/"))
                .anyMatch(source -> source.contains("/GET/jobs/*"))
                .noneMatch(source -> source.contains("test-invoke-stage"));
    }

    @Test
    void writesTheAccessLogAsJsonWithoutAnythingThatNamesAPerson() throws Exception {
        var format = Clinic.only(app, "AWS::ApiGateway::Stage").at("/Properties/AccessLogSetting/Format");

        assertThat(JsonMapper.builder().build().readTree(format.asText()).properties())
                .extracting(Map.Entry::getKey)
                .contains("requestId", "httpMethod", "resourceId", "status", "errorType", "wafResponse");
    }

    @Test
    void encryptsAndKeepsEveryLogForSixYears() {
        assertThat(app.resources("Clinic", "AWS::Logs::LogGroup")).hasSize(3).allSatisfy(group -> {
            assertThat(group.at("/Properties/KmsKeyId").isMissingNode()).isFalse();
            assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(2192);
            assertThat(group.at("/Properties/Tags").toString()).contains("cordon:data-class", "audit");
            assertThat(group.path("DeletionPolicy").asText()).isEqualTo("Retain");
        });
    }

    @Test
    void makesTheExecutionLogByNameBeforeTheStageThatWouldMakeItOpenAndEndless() {
        var named = app.resources("Clinic", "AWS::Logs::LogGroup").stream()
                .map(group -> group.at("/Properties/LogGroupName").toString());

        assertThat(named).anyMatch(name -> name.contains("API-Gateway-Execution-Logs_") && name.contains("/live"));
        assertThat(dependsOn(Clinic.only(app, "AWS::ApiGateway::Stage"))).contains("ApiExecutionLog");
    }

    @Test
    void countsRefusalsFromTheAccessLog() {
        app.template("Clinic").hasResourceProperties("AWS::Logs::MetricFilter", json("""
                { "FilterPattern": "{ $.status = \\"401\\" }",
                  "MetricTransformations": [{"MetricName": "Unauthorized", "MetricValue": "1", "DefaultValue": 0}] }
                """));
        app.template("Clinic").resourceCountIs("AWS::Logs::MetricFilter", 2);
    }

    @Test
    void staysSmallWithSixteenRoutes() {
        var large = Clinic.with(it -> {
            it.allowedOrigins("https://app.example.com");
            IntStream.range(0, 15)
                    .forEach(i -> it.route("POST /route" + i, Clinic.alone().function("f")));
        });

        assertThat(large.template("Clinic").toJSON().get("Resources"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasSize(97);
    }

    private static String dependsOn(JsonNode resource) {
        return resource.path("DependsOn").toString();
    }
}
