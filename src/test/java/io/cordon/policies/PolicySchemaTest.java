package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySchemaTest {
    @ParameterizedTest
    @MethodSource("files")
    void followsItsSchema(String file) {
        assertThat(PolicyData.problems(schemaOf(file), PolicyData.text(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesItsSchema(String file) {
        assertThat(PolicyData.json(PolicyData.text(file)).path("$schema").asText())
                .isEqualTo((file.contains("/") ? "../" : "") + "schemas/" + schemaOf(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesToBeWithoutItsSchema(String file) {
        assertThat(problemsOf(file, json -> json.remove("$schema")))
                .singleElement()
                .asString()
                .contains("$schema");
    }

    @Test
    void refusesAFigureThatLeavesOutWhatAnAuditorAsks() {
        for (var part : List.of("value", "unit", "why", "source", "checked")) {
            assertThat(problemsOf("limits.json", json -> figure(json).remove(part)))
                    .as(part)
                    .singleElement()
                    .asString()
                    .contains("stackResources", part);
        }
    }

    @Test
    void refusesAFigureThatSaysMoreOrWrongly() {
        var wrong = List.<Consumer<ObjectNode>>of(
                figure -> figure.put("note", "see the ticket"),
                figure -> figure.put("value", "450"),
                figure -> figure.put("value", 4.5),
                figure -> figure.putArray("value").add(450),
                figure -> figure.put("why", "because"),
                figure -> figure.put("source", "http://docs.aws.amazon.com/"),
                figure -> figure.put("source", "a colleague"),
                figure -> figure.put("checked", "2026-02-30"),
                figure -> figure.put("checked", "20 November 2026"),
                figure -> figure.putNull("value"));

        for (var change : wrong) {
            assertThat(problemsOf("limits.json", json -> change.accept(figure(json))))
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem).contains("stackResources"));
        }
    }

    @Test
    void takesANewFigureWithoutAChangeOfTheSchema() {
        for (var file : List.of("limits.json", "retention.json")) {
            assertThat(problemsOf(
                            file,
                            json -> json.set(
                                    "oneMore",
                                    PolicyData.figures().values().iterator().next())))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void refusesAnExceptionPolicyWithAnUnknownKeyOrAnUnexplainedConcern() {
        assertThat(problemsOf("exceptions.json", json -> json.put("ignore", true)))
                .singleElement()
                .asString()
                .contains("ignore");
        assertThat(problemsOf("exceptions.json", json -> ((ObjectNode) json.at("/allowed/0")).put("why", "ok")))
                .singleElement()
                .asString()
                .contains("allowed[0].why");
    }

    static List<String> files() {
        return PolicyData.files();
    }

    private static String schemaOf(String file) {
        return file.substring(file.indexOf('/') + 1).replace(".json", ".schema.json");
    }

    private static ObjectNode figure(ObjectNode limits) {
        return (ObjectNode) limits.path("stackResources");
    }

    private static List<String> problemsOf(String file, Consumer<ObjectNode> change) {
        var json = (ObjectNode) PolicyData.json(PolicyData.text(file));
        change.accept(json);
        return PolicyData.problems(schemaOf(file), json.toString());
    }
}
