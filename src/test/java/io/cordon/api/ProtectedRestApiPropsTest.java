package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;

final class ProtectedRestApiPropsTest {
    private final Clinic clinic = Clinic.alone();

    private void assertRefused(Consumer<ProtectedRestApiProps.Builder> change, String... problems) {
        var props = clinic.props();
        change.accept(props);
        assertThatThrownBy(props::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ProtectedRestApi: ")
                .hasMessageContainingAll(problems);
    }

    @Test
    void saysAllThatIsMissingAtOnce() {
        assertThatThrownBy(() -> ProtectedRestApiProps.builder().build())
                .hasMessageContainingAll("authorizer: none;", "key: none;", "routes: none;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET jobs",
                "GET",
                "",
                "FETCH /jobs",
                "OPTIONS /jobs",
                "ANY /jobs",
                "get /jobs",
                "GET /jobs/",
                "GET //",
                "GET /jobs/{id",
                "GET /jobs/{id+}/log",
                "GET /jobs?x=1",
                "GET  /jobs",
                "GET /{a b}",
                "GET /${x}"
            })
    void refusesWhatIsNoRoute(String route) {
        assertRefused(it -> it.route(route, clinic.function("f")), "route: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "DELETE /a.b/c-d/{x_1}", "POST /files/{rest+}"})
    void takesRoutes(String route) {
        assertThatCode(() -> clinic.props().route(route, clinic.function("f")).build())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOneRouteTwiceAndTwoNamesInOnePlace() {
        assertRefused(it -> it.route("GET /jobs/{id}", clinic.function("f")), "given twice");
        assertRefused(
                it -> it.route("GET /jobs/{job}/log", clinic.function("f")),
                "{id} and {job} below /jobs/",
                "same name");
    }

    @Test
    void refusesMorePathsThanApiGatewayTakes() {
        assertRefused(
                it -> IntStream.range(0, 299).forEach(i -> it.route("GET /r" + i, clinic.function("f"))),
                "301 path resources; API Gateway takes 300");
    }

    @Test
    void refusesAnOpenRouteWithoutAReasonOrWithoutARoute() {
        assertRefused(it -> it.open("", "GET /jobs/{id}"), "open: GET /jobs/{id}; the reason \"\" says too little");
        assertRefused(
                it -> it.open("Nobody has a token before.", "POST /sign-in"), "open: POST /sign-in; no such route");
    }

    @Test
    void refusesABodyWhereThereIsNone() {
        assertRefused(it -> it.body("GET /jobs/{id}", java.util.Map.of("type", "object")), "body: GET /jobs/{id};");
    }

    @Test
    void refusesToRememberAnAnswerForMoreThanAMinute() {
        assertRefused(it -> it.authorizerCache(Duration.minutes(5)), "authorizerCache: 5 minutes; 0 to 60");
        assertRefused(it -> it.authorizerCache(Duration.millis(1500)), "authorizerCache: ");
        assertThatCode(() -> clinic.props().authorizerCache(Duration.seconds(0)).build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "http://app.example.com",
                "https://app.example.com/",
                "null",
                "a\"b",
                "http://localhost:3000"
            })
    void refusesOriginsThatNameNoSecurePage(String origin) {
        assertRefused(it -> it.allowedOrigins(origin), "allowedOrigins: " + origin);
    }

    @Test
    void refusesNumbersThatAwsWould() {
        assertRefused(it -> it.throttlingRate(10_001), "throttlingRate: 10001; 1 to 10000");
        assertRefused(it -> it.throttlingBurst(0), "throttlingBurst: 0; 1 to 5000");
        assertRefused(it -> it.requestsPerAddress(9), "requestsPerAddress: 9; AWS WAF takes 10");
        assertRefused(it -> it.logRetention(Duration.days(2191)), "logRetention: 2191 days");
        assertRefused(it -> it.stageName("a/b"), "stageName: a/b");
        assertRefused(it -> it.removalPolicy(RemovalPolicy.SNAPSHOT), "removalPolicy: SNAPSHOT");
        assertRefused(it -> it.countOnly("SizeRestrictions_BODY"), "countOnly: SizeRestrictions_BODY");
    }

    @Test
    void readsARouteAsMethodPathAndParameters() {
        var route = ApiRoute.of("GET /jobs/{id}/{rest+}", clinic.function("f"));

        assertThat(route.parameters()).containsExactly("id", "rest");
        assertThat(route.resources()).containsExactly("/jobs", "/jobs/{id}", "/jobs/{id}/{rest+}");
    }
}
