package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.examples.SigningKeyExample;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;

/** The authorizer of the jar that travels with us: a function that uses keys for themselves. */
class AuthorizerFunctionTest {
    private static final String ARN = "arn:aws:kms:eu-west-1:111122223333:key/";
    private static final CloudAssembly ASSEMBLY = example();
    private static final JsonNode EXAMPLE =
            FunctionFixture.template(ASSEMBLY, "Example").path("Resources");

    private static CloudAssembly example() {
        var app = FunctionFixture.app();
        var around = new FunctionFixture(app, "Around");
        new SigningKeyExample(
                app,
                "Example",
                stack -> new SigningKeyExample.Place(
                        Key.fromKeyArn(stack, "ApplicationKey", ARN + "application"), around.vpc, around.group));
        return app.synth();
    }

    @Test
    void readsThePublicHalvesOfBothKeysAndNothingElse() {
        var keys = """
                [ {"Fn::GetAtt": ["TokensV1Key", "Arn"]}, {"Fn::GetAtt": ["TokensV2Key", "Arn"]} ]""";
        var statements = resources("AWS::IAM::ManagedPolicy").get(0).at("/Properties/PolicyDocument/Statement");

        assertThat(statements)
                .filteredOn(it -> !it.path("Sid").asText().startsWith("Platform"))
                .singleElement()
                .satisfies(it -> assertThat(plain(it)).isEqualTo(FunctionFixture.json("""
                        { "Sid": "CalledSigningKeysKey", "Effect": "Allow", "Action": "kms:GetPublicKey",
                          "Resource": %s }
                        """.formatted(keys))));
    }

    @Test
    void learnsTheKeysByTheirArns() {
        assertThat(plain(resources("AWS::Lambda::Function").get(0))
                        .at("/Properties/Environment/Variables/SIGNING_KEYS"))
                .isEqualTo(FunctionFixture.json("""
                        { "Fn::Join": ["", [ {"Fn::GetAtt": ["TokensV1Key", "Arn"]}, ",",
                          {"Fn::GetAtt": ["TokensV2Key", "Arn"]} ]] }
                        """));
    }

    @Test
    void runsInsideTheVpcAndReachesKmsThroughAnEndpoint() {
        assertThat(resources("AWS::Lambda::Function").get(0).at("/Properties").has("VpcConfig"))
                .isTrue();
        assertThat(FunctionManifest.current().services()).contains("kms");
    }

    @Test
    void raisesNoFinding() {
        var report = FunctionFixture.file(ASSEMBLY, "validation-report.json");

        assertThat(report.findValues("constructPath"))
                .noneMatch(path -> path.asText().startsWith("Example/"));
    }

    @Test
    void isStartedByAnAuthorizerAndByNoRoute() {
        var entry = FunctionManifest.current().function("authorizer");

        assertThat(entry.routes()).isEmpty();
        assertThat(entry.events()).containsExactly(new FunctionEntry.Event(FunctionEntry.Event.Kind.AUTHORIZER));
    }

    @Test
    void takesOneKeyToo() {
        var stack = new FunctionFixture(FunctionFixture.app(), "One");

        assertThat(props(stack, Key.fromKeyArn(stack, "V1", ARN + "1")).build().environment)
                .containsEntry("SIGNING_KEYS", ARN + "1");
    }

    @Test
    void needsAKey() {
        var stack = new FunctionFixture(FunctionFixture.app(), "None");

        assertThatThrownBy(() -> props(stack).build())
                .hasMessageContaining("bind: signingKeys is bound to no key; at least one; give it");
        assertThatThrownBy(() ->
                        RuntimeFunctionProps.builder().function("authorizer").build())
                .hasMessageContaining("bind: signingKeys is not bound; authorizer uses this key; bind it\n");
        assertThatThrownBy(() -> props(stack)
                        .bind("signingKeys", Bucket.fromBucketName(stack, "B", "bucket"), stack.key)
                        .build())
                .hasMessageContaining("bind: signingKeys is bound to a bucket; the manifest says key; bind one");
    }

    private static RuntimeFunctionProps.Builder props(FunctionFixture stack, IKey... keys) {
        return RuntimeFunctionProps.builder()
                .function("authorizer")
                .bind("signingKeys", keys)
                .setting("tokenIssuer", "https://sign-in.example")
                .setting("tokenAudience", "api")
                .setting("longestTokenSeconds", 900)
                .setting("metricsNamespace", "Tests")
                .network(stack.vpc, stack.group)
                .key(stack.key)
                .reservedConcurrency(1);
    }

    private static List<JsonNode> resources(String type) {
        return EXAMPLE.valueStream()
                .filter(it -> it.path("Type").asText().equals(type))
                .toList();
    }

    /** Without the hashes in logical ids. */
    private static JsonNode plain(JsonNode node) {
        return FunctionFixture.json(node.toString().replaceAll("(TokensV[12]Key)[0-9A-F]{8}", "$1"));
    }
}
