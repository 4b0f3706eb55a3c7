package io.cordon.account;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import io.cordon.testing.Synthesized;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

class ModelPrivacyTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        new ModelPrivacy(stack(app, "Safe"), "ModelPrivacy", it -> {});
        new ModelPrivacy(
                stack(app, "Left"),
                "ModelPrivacy",
                it -> it.zeroDataRetention(false).reservedConcurrency(2));
        var logged = stack(app, "Logged");
        var accessLogs = new AuditBucket(logged, "AccessLogs", it -> {});
        var prompts = new SecureTempBucket(logged, "Prompts", it -> it.accessLogs(accessLogs.getBucket()));
        new ModelPrivacy(
                logged,
                "ModelPrivacy",
                it -> it.invocationLogs(prompts).keyPrefix("models").functionKey(prompts.getEncryptionKey()));
    });

    private static Stack stack(App app, String id) {
        var environment = Environment.builder()
                .account("111122223333")
                .region("eu-west-1")
                .build();
        return new Stack(app, id, StackProps.builder().env(environment).build());
    }

    @Test
    void logsNoPromptAndKeepsNothingUnlessItIsToldOtherwise() {
        ALL.template("Safe").hasResourceProperties("Custom::ModelPrivacy", json("""
                { "InvocationLogging": "off", "DataRetention": "none", "ServiceTimeout": "900" }
                """));
        assertThat(settings("Safe").at("/Properties/ServiceToken/Ref").asText()).contains("Live");
    }

    @Test
    void leavesTheAccountsModeWhereItIsToldTo() {
        assertThat(settings("Left").path("Properties").has("DataRetention")).isFalse();
        ALL.template("Left").hasResourceProperties("AWS::Lambda::Function", json("""
                { "ReservedConcurrentExecutions": 2 }
                """));
    }

    @Test
    void logsIntoTheBucketThatIsGivenOnceItsPolicyIsThere() {
        ALL.template("Logged").hasResourceProperties("Custom::ModelPrivacy", json("""
                { "InvocationLogging": {"KeyPrefix": "models"}, "DataRetention": "none" }
                """));
        assertThat(settings("Logged")
                        .at("/Properties/InvocationLogging/Bucket/Ref")
                        .asText())
                .startsWith("PromptsBucket");
        assertThat(settings("Logged").path("DependsOn").toString())
                .containsPattern("PromptsBucket[A-Z0-9]+\"")
                .containsPattern("PromptsBucketPolicy");
    }

    @Test
    void letsBedrockOfThisAccountAndRegionAloneWriteThere() {
        var conditions = """
                { "ArnLike": {"aws:SourceArn": "arn:aws:bedrock:eu-west-1:111122223333:*"},
                  "StringEquals": {"aws:SourceAccount": "111122223333"} }""";

        var write = statement("AWS::S3::BucketPolicy", "/Properties/PolicyDocument/Statement");
        assertThat(write.path("Condition")).isEqualTo(node(conditions));
        assertThat(write.path("Action").asText()).isEqualTo("s3:PutObject");
        assertThat(write.path("Resource").toString())
                .endsWith("\"/models/AWSLogs/111122223333/BedrockModelInvocationLogs/*\"]]}");
        assertThat(write.at("/Principal/Service").asText()).isEqualTo("bedrock.amazonaws.com");
        var encrypt = statement("AWS::KMS::Key", "/Properties/KeyPolicy/Statement");
        assertThat(encrypt.path("Condition")).isEqualTo(node(conditions));
        assertThat(encrypt.path("Action").asText()).isEqualTo("kms:GenerateDataKey");
    }

    @Test
    void maySetWhatItSetsAndNothingElseOfBedrock() {
        var allowed = ALL.resources("Safe", "AWS::IAM::ManagedPolicy").get(0).at("/Properties/PolicyDocument");

        assertThat(allowed.findParents("Sid"))
                .filteredOn(statement -> statement.toString().contains("bedrock"))
                .singleElement()
                .isEqualTo(node("""
                        { "Sid": "CalledAccountAny", "Effect": "Allow", "Resource": "*", "Action": [
                            "bedrock:DeleteModelInvocationLoggingConfiguration", "bedrock:GetAccountDataRetention",
                            "bedrock:GetModelInvocationLoggingConfiguration", "bedrock:PutAccountDataRetention",
                            "bedrock:PutModelInvocationLoggingConfiguration"] }
                        """));
    }

    @Test
    void hasARotatingKeyOfItsOwnUnlessOneIsGiven() {
        ALL.template("Safe").hasResourceProperties("AWS::KMS::Key", json("""
                { "EnableKeyRotation": true, "Tags": [{"Key": "cordon:data-class", "Value": "application"}] }
                """));
        ALL.template("Logged").resourceCountIs("AWS::KMS::Key", 1);
    }

    @Test
    void leavesOnlyTheExcuseOfTheControlPlane() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed())
                .filteredOn(it -> !it.contains("Logged/AccessLogs") && !it.contains("Logged/Prompts"))
                .hasSize(6)
                .allMatch(it -> it.matches("\\S+-LambdaInsideVPC \\w+/ModelPrivacy/Setter/Function/Resource"));
        assertThat(ALL.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "a b", "*"})
    void refusesAPrefixThatIsNone(String prefix) {
        assertThatThrownBy(() -> ModelPrivacyProps.builder()
                        .keyPrefix(prefix)
                        .reservedConcurrency(0)
                        .build())
                .hasMessageStartingWith("ModelPrivacy: reservedConcurrency: 0; from 1 to 900; one is enough")
                .hasMessageContaining("keyPrefix: " + prefix + "; letters, digits, . _ - and / between them")
                .hasMessageContaining("; nothing is logged; give invocationLogs, or leave it out");
    }

    @Test
    void everyDefaultIsStated() {
        Map<String, String> defaults = new TreeMap<>();
        var fresh = ModelPrivacyProps.builder();
        Arrays.stream(ModelPrivacyProps.Builder.class.getDeclaredFields())
                .filter(field -> !field.getName().equals("PREFIX"))
                .forEach(field -> {
                    try {
                        defaults.put(field.getName(), Objects.toString(field.get(fresh), "none"));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "invocationLogs", "none",
                        "keyPrefix", "",
                        "zeroDataRetention", "true",
                        "functionKey", "none",
                        "reservedConcurrency", "1"));
    }

    private static JsonNode settings(String stack) {
        return ALL.resources(stack, "Custom::ModelPrivacy").get(0);
    }

    private static JsonNode statement(String type, String path) {
        return ALL.resources("Logged", type).stream()
                .flatMap(it -> it.at(path).valueStream())
                .filter(it -> it.path("Sid").asText().equals("InvocationLogs"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode node(String json) {
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(json(json));
    }
}
