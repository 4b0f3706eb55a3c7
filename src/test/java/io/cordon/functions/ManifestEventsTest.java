package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.functions.FunctionEntry.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manifest may say of objects that start a function, and of models that it calls. */
class ManifestEventsTest {
    @Test
    void leavesTheEndpointOfModelsToWhoeverNamesThem() {
        assertThat(read(HandlersJar.PROCESS).services()).isEmpty();
    }

    @Test
    void saysWhichObjectsStartAFunction() {
        assertThat(read(HandlersJar.PROCESS).function("process").events())
                .containsExactly(new Event(Event.Kind.OBJECT_CREATED, new Event.Objects("uploads", "incoming/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"on\": \"uploads\", | \"on\": \"model\", | events[0].on: model is no bucket",
                "\"on\": \"uploads\", | \"on\": \"archive\", | events[0].on: archive is no bucket",
                "\"on\": \"uploads\", | '' | events[0].on: missing; must be a text",
                "\"incoming/\" | \"incoming\" | events[0].prefix: incoming; letters, digits, dots",
                "\"incoming/\" | \"*/\" | events[0].prefix: */; letters, digits, dots",
                "object-created | schedule | events[0].on: unknown field; known are [kind]",
                "object-created | object-removed | events[0].kind: \"object-removed\"; must be one of [authorizer",
                "\"on\": \"model\"} | \"on\": \"uploads\"} | bedrock:Read needs a MODEL",
                "\"on\": \"model\"} | \"on\": \"model\", \"prefixes\": [\"x/\"]} | [x/]; only a bucket has prefixes",
            })
    void refusesAnEventOrAModelThatCannotBe(String from, String into, String problem) {
        assertThatThrownBy(() -> read(HandlersJar.PROCESS.replace(from, into))).hasMessageContaining(problem);
    }

    @Test
    void refusesAKeyBehindWhatHasNone() {
        var keyed = HandlersJar.OPERATIONS.replace(
                "\"target\": \"model\",\n    \"actions\": [\"bedrock:InvokeModel\"], \"keyActions\": []",
                "\"target\": \"model\", \"actions\": [\"bedrock:InvokeModel\"], \"keyActions\": [\"kms:Decrypt\"]");

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(), keyed)))
                .hasMessageContaining("bedrock:Read.keyActions: [kms:Decrypt]; no key stands behind it; remove them");
    }

    private static FunctionManifest read(String entry) {
        return FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(entry), HandlersJar.OPERATIONS));
    }
}
