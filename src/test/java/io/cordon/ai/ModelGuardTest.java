package io.cordon.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.policies.LimitPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that an organisation attaches as they are say what the model list says. */
class ModelGuardTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "policies/boundary/ai-boundary.json";
    private static final String BEDROCK = "policies/scp/bedrock.json";
    private static final Set<String> ELEMENTS =
            Set.of("Sid", "Effect", "Action", "Resource", "NotResource", "Condition");

    /** What the account's own setup calls, in functions that have no boundary. */
    private static final Set<String> SETUP = Set.of(
            "bedrock:DeleteModelInvocationLoggingConfiguration",
            "bedrock:GetAccountDataRetention",
            "bedrock:GetModelInvocationLoggingConfiguration",
            "bedrock:PutAccountDataRetention",
            "bedrock:PutModelInvocationLoggingConfiguration");

    @ParameterizedTest
    @ValueSource(strings = {BOUNDARY, BEDROCK, "policies/scp/trail.json"})
    void isAPolicyThatIamReads(String file) {
        var policy = read(file);

        assertThat(policy.fieldNames()).toIterable().containsExactly("Version", "Statement");
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        assertThat(policy.path("Statement"))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.fieldNames()).toIterable().isSubsetOf(ELEMENTS);
                    assertThat(statement.path("Effect").asText()).isIn("Allow", "Deny");
                    assertThat(statement.has("Resource")).isNotEqualTo(statement.has("NotResource"));
                    assertThat(texts(statement.path("Action")))
                            .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]*\\*?"));
                })
                .extracting(statement -> statement.path("Sid").asText())
                .allMatch(sid -> sid.matches("[A-Za-z0-9]+"))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFitsIntoItsLimit() {
        var limits = LimitPolicy.current();

        assertThat(read(BOUNDARY).toString())
                .hasSizeLessThanOrEqualTo(limits.managedPolicyCharacters().value());
        for (var file : List.of(BEDROCK, "policies/scp/trail.json")) {
            assertThat(read(file).toString())
                    .as(file)
                    .hasSizeLessThanOrEqualTo(
                            limits.serviceControlPolicyCharacters().value());
            assertThat(read(file).path("Statement"))
                    .allMatch(statement -> statement.path("Effect").asText().equals("Deny"));
        }
    }

    @Test
    void bothNameTheModelsOfTheListAndNoOther() {
        assertThat(texts(statement(BOUNDARY, "ModelsOfTheList").path("Resource")))
                .containsExactlyElementsOf(AiBoundary.resources("eu"));
        assertThat(texts(statement(BEDROCK, "ModelsOutsideTheList").path("NotResource")))
                .containsExactlyElementsOf(AiBoundary.resources("eu"));
    }

    @Test
    void theRegionLockLeavesEveryDestinationOpen() {
        assertThat(texts(statement(BEDROCK, "RegionsOutsideTheGeography")
                        .at("/Condition/StringNotEquals/aws:RequestedRegion")))
                .containsExactlyElementsOf(ModelCatalog.current().regions("eu"));
        assertThat(texts(statement(BOUNDARY, "ModelsOfTheList").at("/Condition/StringEquals/aws:RequestedRegion")))
                .containsExactlyElementsOf(ModelCatalog.current().regions("eu"));
    }

    @Test
    void bothCloseTheWaysRoundTheList() {
        for (var file : List.of(BOUNDARY, BEDROCK)) {
            assertThat(texts(statement(file, "WaysRoundTheModelList").path("Action")))
                    .contains("bedrock-mantle:*", "bedrock:CallWithBearerToken");
        }
        assertThat(statement(BEDROCK, "RetentionOtherThanNone")
                        .at("/Condition/StringNotEquals/bedrock:DataRetentionMode")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void theBoundaryLeavesRoomForAllThatTheHandlersCall() {
        var operations = read("runtime-handlers/src/main/resources/META-INF/cordon/operations.json");
        var called = StreamSupport.stream(operations.path("operations").spliterator(), false)
                .flatMap(operation -> StreamSupport.stream(
                        List.of(operation.path("actions"), operation.path("keyActions"))
                                .spliterator(),
                        false))
                .flatMap(actions -> texts(actions).stream())
                .filter(action -> !SETUP.contains(action) && !ModelPermissions.INVOKE.contains(action))
                .toList();

        assertThat(called).isNotEmpty();
        assertThat(texts(statement(BOUNDARY, "WhatFunctionsMayDo").path("Action")))
                .as("add what is new to %s, or to the setup that has no boundary", BOUNDARY)
                .isSorted()
                .containsAll(called);
    }

    private static JsonNode statement(String file, String sid) {
        return StreamSupport.stream(read(file).path("Statement").spliterator(), false)
                .filter(statement -> statement.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
