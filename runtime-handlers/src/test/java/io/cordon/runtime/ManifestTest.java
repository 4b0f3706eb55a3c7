package io.cordon.runtime;

import static io.cordon.runtime.local.Manifest.keys;
import static io.cordon.runtime.local.Manifest.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.Recorder;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.platform.Variables;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifest says what the functions really do, and they do all that it says; last, to judge the whole test run. */
@Order(Integer.MAX_VALUE)
class ManifestTest {
    private static final Map<String, String> NAMES = Map.of(
            LocalAws.TABLE, "application",
            LocalAws.BUCKET, "uploads",
            LocalAws.COSTS, "costs",
            LocalAws.ACCOUNT, "account",
            LocalAws.TRAIL, "trail",
            LocalAws.TRAIL_BUCKET, "trailLogs");

    /** What each operation is for. */
    private static final Map<String, String> KEYS = Map.of(
            "kms:GetPublicKey", "signingKeys",
            "kms:Sign", "signingKey",
            "kms:GenerateMac", "lookupKeys",
            "kms:GenerateDataKey", "personKey");

    @BeforeAll
    static void usesEveryFunction() {
        EveryFunction.isUsed();
    }

    @Test
    void listsEveryFunctionThatWasTested() {
        assertThat(Recorder.calls().stream().map(Recorder.Call::function)).containsOnlyElementsOf(Manifest.functions());
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void namesExactlyTheCallsThatAreMade(String function) {
        assertThat(recorded(function, Recorder.calls())).isEqualTo(declared(function, "calls"));
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void namesExactlyWhatIsHandedToOthers(String function) {
        assertThat(recorded(function, Recorder.delegated())).isEqualTo(declared(function, "delegates"));
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void namesExactlyTheVariablesThatAreRead(String function) {
        assertThat(Variables.readBy(function))
                .isEqualTo(keys(Manifest.function(function).get("variables")));
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void namesExactlyTheMetricsThatAreEmitted(String function) {
        Set<String> declared = list(Manifest.function(function).get("metrics"))
                .map(metric -> metric.get("name").textValue() + " "
                        + metric.get("unit").textValue() + " " + metric.get("dimensions"))
                .collect(Collectors.toSet());

        assertThat(emitted(function)).isEqualTo(declared);
    }

    private static Set<String> recorded(String function, Set<Recorder.Call> calls) {
        return calls.stream()
                .filter(call -> call.function().equals(function))
                .map(call -> call.operation() + " " + named(call) + " " + call.prefix())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(Recorder.Call call) {
        String resource = call.resource();
        if (resource.startsWith("arn:aws:kms:")) {
            return KEYS.getOrDefault(call.operation(), "unknown");
        }
        return BedrockServer.isModel(resource) ? "model" : String.valueOf(NAMES.get(resource));
    }

    private static Set<String> declared(String function, String kind) {
        return list(Manifest.function(function).get(kind))
                .flatMap(call -> prefixes(call)
                        .map(prefix -> call.get("operation").textValue() + " "
                                + call.get("on").textValue() + " " + prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where in its resource a call is confined to: folders of a bucket, or kinds of items of a table. */
    private static Stream<String> prefixes(JsonNode call) {
        return Stream.of("prefixes", "leadingKeys")
                .filter(call::has)
                .findFirst()
                .map(field -> list(call.get(field)).map(JsonNode::textValue))
                .orElse(Stream.of(""));
    }

    private static Set<String> emitted(String function) {
        return StandardOut.lines().stream()
                .filter(line -> line.contains("CloudWatchMetrics"))
                .map(ManifestTest::json)
                .filter(line -> line.path("Service").asText().equals(function))
                .map(line -> line.at("/_aws/CloudWatchMetrics/0"))
                .map(metrics -> metrics.at("/Metrics/0/Name").textValue() + " "
                        + metrics.at("/Metrics/0/Unit").textValue() + " " + metrics.get("Dimensions"))
                .collect(Collectors.toSet());
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
