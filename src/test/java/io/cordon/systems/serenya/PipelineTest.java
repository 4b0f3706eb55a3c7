package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bucket to the model: what must fit together though no single part says so. */
class PipelineTest {
    private static final Synthesized SHIPPED = Synthesized.app(Serenya::addTo);

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void booksTheModelThatItCallsAtAPriceThatIsWrittenBefore(String stage) {
        var process = process(stage);
        var called = process.path("MODEL").asText();

        assertThat(process.path("MODEL_PROFILE").asText()).isEqualTo("eu." + called);
        assertThat(one(stage, "Custom::PriceBook").at("/Properties/Prices").findValuesAsText("model"))
                .contains(called);
        assertThat(waitsFor(aliasOfProcess(stage))).anyMatch(id -> id.startsWith("PricesBook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void reachesModelsThroughOneEndpointThatIsThereBefore(String stage) {
        var endpoints = SHIPPED.resources("SerenyaBackend-" + stage, "AWS::EC2::VPCEndpoint").stream()
                .filter(it -> it.at("/Properties/ServiceName").asText().contains("bedrock"));

        assertThat(endpoints).hasSize(1);
        assertThat(waitsFor(aliasOfProcess(stage))).anyMatch(id -> id.startsWith("ModelsRuntime"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void takesNoDocumentBeforeSomebodyWaitsForItAndSomebodyRecordsIt(String stage) {
        assertThat(waitsFor(one(stage, "AWS::ApiGateway::Stage")))
                .anyMatch(id -> id.startsWith("ArrivalsRule"))
                .anyMatch(id -> id.startsWith("ArrivalsDeadLettersPolicy"))
                .anyMatch(id -> id.matches("Trail[0-9A-F]{8}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void countsAsManyTriesAsLambdaMakes(String stage) {
        var alias = "ProcessLive";
        var retries = resources(stage, "AWS::Lambda::EventInvokeConfig")
                .filter(it -> it.at("/Properties/Qualifier").toString().contains(alias))
                .map(it -> it.at("/Properties/MaximumRetryAttempts").asInt());

        assertThat(retries).containsExactly(process(stage).path("TRIES").asInt() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsNobodyHandInWhatNoModelTakes(String stage) {
        assertThat(variables(stage)
                        .filter(it -> it.has("LARGEST_UPLOAD_BYTES"))
                        .map(it -> it.path("LARGEST_UPLOAD_BYTES").asInt()))
                .singleElement()
                .satisfies(bytes -> assertThat(bytes).isLessThanOrEqualTo(4_500_000));
    }

    private static JsonNode process(String stage) {
        return variables(stage).filter(it -> it.has("MODEL")).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> variables(String stage) {
        return resources(stage, "AWS::Lambda::Function").map(it -> it.at("/Properties/Environment/Variables"));
    }

    private static JsonNode aliasOfProcess(String stage) {
        return resources(stage, "AWS::Lambda::Alias")
                .filter(it -> it.at("/Properties/FunctionName/Ref").asText().startsWith("Process"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> waitsFor(JsonNode resource) {
        return resource.path("DependsOn").valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode one(String stage, String type) {
        return resources(stage, type).reduce((first, second) -> second).orElseThrow();
    }

    private static Stream<JsonNode> resources(String stage, String type) {
        return SHIPPED.resources("SerenyaBackend-" + stage, type).stream();
    }
}
