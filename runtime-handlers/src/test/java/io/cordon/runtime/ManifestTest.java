package io.cordon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.Recorder;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.platform.Variables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest says what the functions really do, and they do all that it says; last, to judge the whole test run. */
@Order(Integer.MAX_VALUE)
class ManifestTest {
    private static final Map<String, String> NAMES = Map.of(LocalAws.TABLE, "application", LocalAws.BUCKET, "uploads");

    @BeforeAll
    static void usesEveryFunction() {
        String caller = Event.somebody();
        Lambda.upload().answer(Event.upload(caller, "{}"));
        Lambda.upload().answer(Event.upload(caller).header("Idempotency-Key", "k"));
        Answer job = Lambda.upload().answer(Event.upload(caller).header("Idempotency-Key", "k"));
        Lambda.status().answer(Event.status(caller, job.jobId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions", "operations"})
    void followsItsSchema(String file) {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Manifest.file(file + ".schema.json"))
                        .validate(Manifest.file(file + ".json")))
                .isEmpty();
    }

    @Test
    void listsEveryFunctionThatWasTested() {
        assertThat(Recorder.calls().stream().map(Recorder.Call::function)).containsOnlyElementsOf(names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status"})
    void namesExactlyTheCallsThatAreMade(String function) {
        assertThat(recorded(function, Recorder.calls())).isEqualTo(declared(function, "calls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status"})
    void namesExactlyWhatIsHandedToOthers(String function) {
        assertThat(recorded(function, Recorder.delegated())).isEqualTo(declared(function, "delegates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status"})
    void namesExactlyTheVariablesThatAreRead(String function) {
        assertThat(Variables.readBy(function))
                .isEqualTo(keys(Manifest.function(function).get("variables")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status"})
    void namesExactlyTheMetricsThatAreEmitted(String function) {
        Set<String> declared = list(Manifest.function(function).get("metrics"))
                .map(metric -> metric.get("name").textValue() + " "
                        + metric.get("unit").textValue() + " " + metric.get("dimensions"))
                .collect(Collectors.toSet());

        assertThat(emitted(function)).isEqualTo(declared);
    }

    @Test
    void mapsEveryOperationToPermissions() {
        Set<String> used = list(Manifest.file("functions.json").get("functions"))
                .flatMap(function -> Stream.concat(list(function.get("calls")), list(function.get("delegates"))))
                .map(call -> call.get("operation").textValue())
                .collect(Collectors.toSet());

        assertThat(keys(Manifest.file("operations.json").get("operations"))).isEqualTo(used);
    }

    private static Set<String> recorded(String function, Set<Recorder.Call> calls) {
        return calls.stream()
                .filter(call -> call.function().equals(function))
                .map(call -> call.operation() + " " + NAMES.get(call.resource()) + " " + call.prefix())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declared(String function, String kind) {
        return list(Manifest.function(function).get(kind))
                .flatMap(call -> prefixes(call)
                        .map(prefix -> call.get("operation").textValue() + " "
                                + call.get("on").textValue() + " " + prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> prefixes(JsonNode call) {
        return call.has("prefixes") ? list(call.get("prefixes")).map(JsonNode::textValue) : Stream.of("");
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

    private static List<String> names() {
        return list(Manifest.file("functions.json").get("functions"))
                .map(function -> function.get("name").textValue())
                .toList();
    }

    private static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
