package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.ai.ModelCatalog;
import io.cordon.ai.ModelProfile;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** A function may call the model that it is bound to, through its profile, and nothing else of Bedrock. */
class ModelBindingTest {
    private static final ModelProfile MODEL =
            ModelCatalog.current().model("anthropic.claude-sonnet-5-5").in("eu");
    private static final FunctionFixture STACK = new FunctionFixture(FunctionFixture.app(), "Subject");
    private static final Template TEMPLATE = template();

    private static Template template() {
        STACK.process(it -> it.bind("uploads", STACK.bucket, STACK.key));
        return Template.fromStack(STACK);
    }

    @Test
    void tellsTheCodeTheIdOfTheProfile() {
        TEMPLATE.hasResourceProperties(
                "AWS::Lambda::Function",
                Map.of("Environment", Map.of("Variables", Map.of("MODEL_PROFILE", MODEL.id()))));
    }

    @Test
    void permitsTheProfileAndTheModelBehindItInEachRegionThroughItAlone() {
        var called = statements();

        assertThat(called.keySet()).contains("CalledModelProfile", "CalledModelThroughProfile");
        assertThat(called.values().stream().filter(it -> it.toString().contains("bedrock:")))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.path("Action").asText()).isEqualTo("bedrock:InvokeModel"));
        var profile = resolved(MODEL.arn(STACK));
        var through = statement("CalledModelThroughProfile");
        assertThat(statement("CalledModelProfile").path("Resource")).isEqualTo(profile);
        assertThat(through.path("Resource")).isEqualTo(resolved(MODEL.modelArns(STACK)));
        assertThat(through.at("/Condition/StringEquals/bedrock:InferenceProfileArn"))
                .isEqualTo(profile);
    }

    @Test
    void isAskedForWithoutAKeyAndIsNoTable() {
        assertThatThrownBy(() ->
                        STACK.reading().bind("uploads", STACK.bucket, STACK.key).build())
                .hasMessageContaining("bind: model is not bound; process uses this model; bind it");
        assertThatThrownBy(() -> STACK.reading()
                        .bind("uploads", STACK.bucket, STACK.key)
                        .bind("model", STACK.table, STACK.key)
                        .build())
                .hasMessageContaining("bind: model is bound to a table; the manifest says model; bind one");
    }

    @Test
    void isAskedForTheBucketWhoseObjectsStartIt() {
        assertThatThrownBy(() -> STACK.reading().bind("model", MODEL).build())
                .hasMessageContaining("bind: uploads is not bound; process uses this bucket; bind it with its key");
    }

    private static JsonNode statement(String sid) {
        return Objects.requireNonNull(statements().get(sid), sid);
    }

    private static JsonNode resolved(Object value) {
        return FunctionFixture.tree(STACK.resolve(value));
    }

    private static Map<String, JsonNode> statements() {
        return FunctionFixture.tree(TEMPLATE.findResources("AWS::IAM::ManagedPolicy"))
                .findValue("Statement")
                .valueStream()
                .collect(Collectors.toMap(it -> it.path("Sid").asText(), it -> it));
    }
}
