package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
    private static final String FILE = "limits.json";

    @Test
    void readsTheFileAsItIs() throws IOException {
        assertThat(read(PolicyData.text(FILE))).isEqualTo(LimitPolicy.current());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrong")
    void saysInOneSentenceWhatToWrite(String text, String sentence) {
        assertThat(text).isNotEqualTo(PolicyData.text(FILE));
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("policies/" + FILE + ": " + sentence);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        changed(json -> figure(json).put("note", "x")),
                        "$.stackResources.note: unknown key; write one of checked, source, unit, value, why, or leave it out"),
                arguments(changed(json -> figure(json).remove("why")), "$.stackResources.why: missing; add it"),
                arguments(changed(json -> figure(json).putNull("why")), "$.stackResources.why: null; write a value"),
                arguments(
                        changed(json -> json.put("stackResources", 450)),
                        "$.stackResources: must be an object in braces"),
                arguments(
                        changed(json -> figure(json).put("value", "450")),
                        "$.stackResources.value: must be a whole number, without quotes"),
                arguments(
                        changed(json -> figure(json).put("value", 4.5)),
                        "$.stackResources.value: 4.5; must be a whole number, without quotes"),
                arguments(
                        changed(json -> figure(json).put("value", 3_000_000_000L)),
                        "$.stackResources.value: must be a number nearer to zero"),
                arguments(
                        changed(json -> figure(json).put("unit", 1)),
                        "$.stackResources.unit: 1; must be a text in quotes"),
                arguments(
                        changed(json -> figure(json).put("checked", "today")),
                        "$.stackResources.checked: today; must be a day as yyyy-MM-dd, such as 2028-11-30"),
                arguments(PolicyData.text(FILE) + "{}", "$: something stands behind the end; remove it"),
                arguments("", "$: must be an object in braces"));
    }

    @Test
    void refusesAnUnknownKey() {
        fails(changed(json -> json.put("oneMore", 1)), "$.oneMore");
        fails(changed(json -> figure(json).put("note", "x")), "$.stackResources.note");
    }

    @Test
    void refusesAMissingKey() {
        fails(changed(json -> json.remove("stackResources")), "$.stackResources");
        fails(changed(json -> figure(json).remove("why")), "$.stackResources.why");
    }

    @Test
    void refusesAWrongType() {
        fails(changed(json -> json.put("stackResources", 450)), "$.stackResources");
        fails(changed(json -> figure(json).put("value", "many")), "$.stackResources.value");
        fails(changed(json -> figure(json).put("checked", "today")), "$.stackResources.checked");
    }

    @Test
    void refusesNull() {
        fails(changed(json -> json.putNull("stackResources")), "$.stackResources");
        fails(changed(json -> figure(json).putNull("value")), "$.stackResources.value");
    }

    @Test
    void refusesADuplicateKeyInAFigure() {
        fails(
                PolicyData.text(FILE).replaceFirst("\"value\": 450,", "\"value\": 450, \"value\": 500,"),
                "$.stackResources");
    }

    @Test
    void refusesADuplicateFigure() {
        fails(
                PolicyData.text(FILE).replaceFirst("\"stackResources\"", "\"\\$schema\": \"x\", \"stackResources\""),
                "line 3, column 12");
    }

    @Test
    void refusesWhatIsNotJson() {
        fails("{ \"stackResources\": ", "line 1, column 21");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> PolicyFile.read("none.json", LimitPolicy.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("policies/none.json", "class path");
    }

    private static void fails(String text, String path) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("policies/" + FILE + ": " + path + ": ");
    }

    private static LimitPolicy read(String text) throws IOException {
        return PolicyFile.read(
                FILE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LimitPolicy.class);
    }

    private static String changed(Consumer<ObjectNode> change) {
        var json = (ObjectNode) PolicyData.json(PolicyData.text(FILE));
        change.accept(json);
        return json.toString();
    }

    private static ObjectNode figure(ObjectNode json) {
        return (ObjectNode) json.path("stackResources");
    }
}
