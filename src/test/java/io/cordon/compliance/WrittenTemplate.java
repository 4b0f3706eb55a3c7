package io.cordon.compliance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnConditionProps;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;

/** Resources as somebody could write them into a template by hand: every form that CloudFormation takes. */
final class WrittenTemplate {
    private final Stack stack;

    private WrittenTemplate(Stack stack) {
        this.stack = stack;
    }

    static WrittenTemplate in(Stack stack) {
        return new WrittenTemplate(stack);
    }

    /** Returns the verdict of a rule on {@code S/id}, with all that {@code content} writes beside it. */
    static ControlRow judged(String rule, String id, Consumer<WrittenTemplate> content) {
        return GatedApp.of(stack -> content.accept(in(stack))).rows("Cordon::" + rule).stream()
                .filter(row -> row.resourceId().equals("S/" + id))
                .findFirst()
                .orElseThrow();
    }

    /** Adds one resource; single quotes stand for double ones. */
    WrittenTemplate with(String id, String type, String properties) {
        resource(id, type, properties);
        return this;
    }

    /** Adds one resource that exists under the condition {@code Sometimes} only. */
    WrittenTemplate sometimes(String id, String type, String properties) {
        if (stack.getNode().tryFindChild("Sometimes") == null) {
            new CfnCondition(
                    stack,
                    "Sometimes",
                    CfnConditionProps.builder()
                            .expression(Fn.conditionEquals("a", "b"))
                            .build());
        }
        resource(id, type, properties).addOverride("Condition", "Sometimes");
        return this;
    }

    WrittenTemplate parameter(String id) {
        new CfnParameter(stack, id).overrideLogicalId(id);
        return this;
    }

    /** Returns another stack of the same app and region. */
    WrittenTemplate beside() {
        var environment = Environment.builder().region("eu-west-1").build();
        return in(new Stack(
                Stage.of(stack), "Beside", StackProps.builder().env(environment).build()));
    }

    Stack stack() {
        return stack;
    }

    private CfnResource resource(String id, String type, String properties) {
        var resource = new CfnResource(
                stack,
                id,
                CfnResourceProps.builder()
                        .type(type)
                        .properties(read(properties))
                        .build());
        resource.overrideLogicalId(id);
        return resource;
    }

    private static Map<String, Object> read(String properties) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(properties.replace('\'', '"'), new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
