package io.cordon.runtime;

import static io.cordon.runtime.local.Manifest.keys;
import static io.cordon.runtime.local.Manifest.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cordon.runtime.local.Manifest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"functions", "operations"})
    void followsItsSchema(String file) {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Manifest.file(file + ".schema.json"))
                        .validate(Manifest.file(file + ".json")))
                .isEmpty();
    }

    @Test
    void mapsEveryOperationToPermissions() {
        Set<String> used = list(Manifest.file("functions.json").get("functions"))
                .flatMap(function -> Stream.concat(list(function.get("calls")), list(function.get("delegates"))))
                .map(call -> call.get("operation").textValue())
                .collect(Collectors.toSet());

        assertThat(keys(Manifest.file("operations.json").get("operations"))).isEqualTo(used);
    }

    @Test
    void usesOnlyResourcesThatItLists() {
        JsonNode manifest = Manifest.file("functions.json");

        assertThat(manifest.findValuesAsText("on")).isSubsetOf(keys(manifest.get("resources")));
        assertThat(manifest.findValuesAsText("nameOf")).isSubsetOf(keys(manifest.get("resources")));
    }
}
