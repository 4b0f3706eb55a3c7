package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.ai.AiBoundary;
import io.cordon.ai.ModelCatalog;
import io.cordon.policies.IamDocument;
import io.cordon.testing.Synthesized;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a boundary leaves out fails at run time, in production and nowhere else: so every function is tried here. */
class BoundedFunctionsTest {
    private static final JsonNode BOUNDARY = new ObjectMapper().valueToTree(IamDocument.aiBoundary());
    /** What sets up the account itself has no boundary: none of the functions that a person's data reaches may do that. */
    private static final Set<String> WITHOUT = Set.of("model-privacy");

    private static final Synthesized ALL = Synthesized.app(app -> {
        var stack = new FunctionFixture(app, "Bounded");
        var boundary = new AiBoundary(stack, "Boundary", it -> {});
        FunctionManifest.current().functions().stream()
                .filter(entry -> !WITHOUT.contains(entry.name()))
                .forEach(entry -> bound(stack, entry, boundary));
    });

    private static void bound(FunctionFixture stack, FunctionEntry entry, AiBoundary boundary) {
        new RuntimeFunction(stack, entry.name(), it -> {
            it.function(entry.name()).key(stack.key).reservedConcurrency(1).permissionsBoundary(boundary.getPolicy());
            if (!entry.internet()) {
                it.network(stack.vpc, stack.group);
            }
            FunctionEnvironment.settingsOf(entry).forEach(setting -> it.setting(setting, "1"));
            FunctionManifest.current().resourcesOf(entry).forEach((name, kind) -> bind(stack, it, name, kind));
        });
    }

    private static void bind(FunctionFixture stack, RuntimeFunctionProps.Builder it, String name, Operation.Kind kind) {
        switch (kind) {
            case BUCKET -> it.bind(name, stack.bucket, stack.key);
            case TABLE -> it.bind(name, stack.table, stack.key);
            case KEY -> it.bind(name, stack.key);
            case MODEL -> it.bind(name, ModelCatalog.current().defaultModel().in("eu"));
            case TRAIL -> it.bind(name, new TrailArn("arn:aws:cloudtrail:eu-west-1:111122223333:trail/clinic"));
            case ACCOUNT -> throw new IllegalArgumentException(name + " is nothing to bind");
        }
    }

    static Stream<String> functions() {
        return FunctionManifest.current().functions().stream()
                .map(FunctionEntry::name)
                .filter(name -> !WITHOUT.contains(name));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void leavesEachFunctionAllThatItsPolicySays(String function) {
        var allowed = actions(policyOf(function), "Allow");

        assertThat(allowed).contains("logs:PutLogEvents", "xray:PutTraceSegments", "sqs:SendMessage", "kms:Decrypt");
        assertThat(actions(BOUNDARY.path("Statement"), "Allow")).containsAll(allowed);
    }

    /** A denial in the boundary would win over what the policy says. */
    @ParameterizedTest
    @MethodSource("functions")
    void deniesNothingThatAFunctionMayDo(String function) {
        assertThat(actions(BOUNDARY.path("Statement"), "Deny"))
                .allSatisfy(denied -> assertThat(actions(policyOf(function), "Allow"))
                        .noneMatch(action -> action.startsWith(denied.replace("*", ""))));
    }

    @Test
    void setsItOnTheRoleOfEachFunction() {
        assertThat(ALL.resources("Bounded", "AWS::IAM::Role"))
                .extracting(
                        role -> role.at("/Properties/PermissionsBoundary/Ref").asText())
                .filteredOn(boundary -> boundary.startsWith("BoundaryPolicy"))
                .hasSize((int) functions().count());
    }

    private static JsonNode policyOf(String function) {
        return ALL.resources("Bounded", "AWS::IAM::ManagedPolicy").stream()
                .map(policy -> policy.path("Properties"))
                .filter(policy -> policy.path("Description").asText().contains("/" + function + "/"))
                .findFirst()
                .orElseThrow()
                .at("/PolicyDocument/Statement");
    }

    private static Set<String> actions(JsonNode statements, String effect) {
        return statements
                .valueStream()
                .filter(statement -> statement.path("Effect").asText().equals(effect))
                .flatMap(statement -> statement.findValues("Action").stream())
                .flatMap(action -> action.isTextual() ? Stream.of(action) : action.valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
