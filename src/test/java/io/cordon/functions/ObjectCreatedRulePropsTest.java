package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.assertions.Template;

class ObjectCreatedRulePropsTest {
    private static final FunctionFixture STACK = new FunctionFixture(FunctionFixture.app(), "Props");

    @Test
    void listsAllThatIsMissing() {
        assertThatThrownBy(() -> ObjectCreatedRuleProps.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        ObjectCreatedRule: function: missing; an object that appears starts one; give it
                          deadLetterKey: missing; what cannot be delivered is kept encrypted; give the key for PHI""");
    }

    @Test
    void refusesAFunctionThatNoObjectStarts() {
        var upload = new RuntimeFunction(STACK, "Upload", STACK.props().build());

        assertThatThrownBy(() -> ObjectCreatedRuleProps.builder()
                        .function(upload)
                        .deadLetterKey(STACK.key)
                        .build())
                .hasMessage(
                        "ObjectCreatedRule: function: upload has 0 events object-created in its manifest; a rule is for"
                                + " one; state it there");
    }

    @Test
    void everyDefaultIsStated() {
        var fresh = ObjectCreatedRuleProps.builder();

        assertThat(fresh.function).isNull();
        assertThat(fresh.deadLetterKey).isNull();
        assertThat(fresh.removalPolicy).isEqualTo(RemovalPolicy.RETAIN);
        assertThat(ObjectCreatedRuleProps.Builder.class.getDeclaredFields()).hasSize(3);
    }

    @Test
    void letsDeadLettersGoWithTheStackIfAsked() {
        var stack = new FunctionFixture(FunctionFixture.app(), "Gone");
        var process =
                stack.process(it -> it.bind("uploads", stack.bucket, stack.key).removalPolicy(RemovalPolicy.DESTROY));
        new ObjectCreatedRule(
                stack,
                "Arrivals",
                it -> it.function(process).deadLetterKey(stack.key).removalPolicy(RemovalPolicy.DESTROY));

        Template.fromStack(stack).allResources("AWS::SQS::Queue", Map.of("DeletionPolicy", "Delete"));
    }
}
