package io.cordon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.iam.ManagedPolicy;

final class SecureTempBucketGrantsTest {
    private static final TempStack STACK = new TempStack(it -> {});

    private static JsonNode granted(BiConsumer<SecureTempBucketGrants, ManagedPolicy> grant) {
        var stack = new TempStack(it -> {});
        grant.accept(stack.temp.getGrants(), new ManagedPolicy(stack.checked.stack, "Function"));
        return stack.checked.only("AWS::IAM::ManagedPolicy").at("/Properties/PolicyDocument/Statement");
    }

    @Test
    void uploadsOnlyPutBelowTheirPrefix() {
        var statements = granted((grants, policy) -> grants.upload(policy, "incoming/scans/"));

        assertThat(actions(statements)).containsExactlyInAnyOrder("s3:PutObject", "kms:GenerateDataKey");
        assertThat(resources(statements, "s3:PutObject")).endsWith("\"/incoming/scans/*\"]]}");
    }

    @Test
    void processorsReadAndDeleteVersionsBelowTheirPrefix() {
        var statements = granted((grants, policy) -> grants.process(policy, "incoming/"));

        assertThat(actions(statements))
                .containsExactlyInAnyOrder(
                        "s3:DeleteObject",
                        "s3:DeleteObjectVersion",
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "kms:Decrypt");
        assertThat(resources(statements, "s3:GetObject")).endsWith("\"/incoming/*\"]]}");
    }

    @Test
    void resultsAreOnlyPutBelowTheirPrefix() {
        var statements = granted((grants, policy) -> grants.result(policy, "results/"));

        assertThat(actions(statements)).containsExactlyInAnyOrder("s3:PutObject", "kms:GenerateDataKey");
        assertThat(resources(statements, "s3:PutObject")).endsWith("\"/results/*\"]]}");
    }

    @Test
    void cleanersListAndDeleteButNeverRead() {
        var statements = granted((grants, policy) -> grants.erase(policy, "incoming/"));

        assertThat(actions(statements))
                .containsExactlyInAnyOrder("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions");
        assertThat(statement(statements, "s3:ListBucketVersions")
                        .path("Condition")
                        .toString())
                .isEqualTo("{\"StringLike\":{\"s3:prefix\":\"incoming/*\"}}");
    }

    @Test
    void theKeyServesThroughS3AndForThisBucketOnly() {
        var key = statement(granted((grants, policy) -> grants.process(policy, "incoming/")), "kms:Decrypt");

        assertThat(key.at("/Condition/StringEquals/kms:ViaService").asText()).isEqualTo("s3.eu-west-1.amazonaws.com");
        assertThat(key.at("/Condition/StringLike/kms:EncryptionContext:aws:s3:arn"))
                .hasSize(2);
        assertThat(key.at("/Resource/Fn::GetAtt/0").asText()).startsWith("TempKey");
    }

    @Test
    void uploadsGoNowhereElse() {
        var policy = new ManagedPolicy(STACK.checked.stack, "Elsewhere");

        assertThatThrownBy(() -> STACK.temp.getGrants().upload(policy, "results/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prefix: results/; an upload goes below incoming/; use it or add it to uploadPrefixes");
    }

    @Test
    void prefixesEndWithASlashAndHoldNoWildcard() {
        var policy = new ManagedPolicy(STACK.checked.stack, "Wide");

        for (var prefix : new String[] {"", "incoming", "/incoming/", "*/", "in*/", "in?/", "${aws:userid}/", "a//"}) {
            assertThatThrownBy(() -> STACK.temp.getGrants().process(policy, prefix))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("prefix: ");
        }
    }

    private static Iterable<String> actions(JsonNode statements) {
        return statements.findValues("Action").stream()
                .flatMap(it -> it.isArray() ? StreamSupport.stream(it.spliterator(), false) : Stream.of(it))
                .map(JsonNode::asText)
                .toList();
    }

    private static String resources(JsonNode statements, String action) {
        return statement(statements, action).path("Resource").toString();
    }

    private static JsonNode statement(JsonNode statements, String action) {
        return StreamSupport.stream(statements.spliterator(), false)
                .filter(it -> it.path("Action").toString().contains("\"" + action + "\""))
                .findFirst()
                .orElseThrow();
    }
}
