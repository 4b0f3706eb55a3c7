package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
    private static final String FILE = "limits.json";

    @Test
    void readsTheFileAsItIs() throws IOException {
        assertThat(read(PolicyData.text(FILE))).isEqualTo(LimitPolicy.current());
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
