package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;

class TableGrantsTest {
    private static final String POLICY = "AWS::IAM::ManagedPolicy";

    private static Synthesized granted(BiConsumer<ProfileTable, ManagedPolicy> grant) {
        return Synthesized.app(app -> {
            var stack = new Stack(app, "Clinic");
            var table = new ProfileTable(stack, "Profiles", it -> {});
            new BackupVault(stack, "Backups", it -> it.restoreTests(RestoreTests.NONE)).protect(table.getTable());
            grant.accept(table, new ManagedPolicy(stack, "Caller"));
        });
    }

    private static JsonNode statement(Synthesized app, int index) {
        return app.resources("Clinic", POLICY).stream()
                .map(it -> it.at("/Properties/PolicyDocument/Statement"))
                .filter(it -> !it.toString().contains("backup:"))
                .findFirst()
                .orElseThrow()
                .path(index);
    }

    @Test
    void opensItemsOfOneKindAndNoOther() {
        var app = granted((table, caller) -> table.getGrants().byLeadingKeys(caller, "IDP#", "dynamodb:PutItem"));

        assertThat(statement(app, 0).path("Action").asText()).isEqualTo("dynamodb:PutItem");
        assertThat(statement(app, 0).path("Condition").toString()).isEqualTo("""
                {"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["IDP#*"]},\
                "Null":{"dynamodb:LeadingKeys":"false"}}""");
        assertThat(statement(app, 0).at("/Resource/Fn::GetAtt/0").asText()).startsWith("ProfilesTable");
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void opensTheKeyThroughDynamoDbOnly() {
        var app = granted((table, caller) -> table.getGrants().byLeadingKeys(caller, "IDP#", "dynamodb:PutItem"));

        assertThat(statement(app, 1).path("Action").asText()).isEqualTo("kms:Decrypt");
        assertThat(statement(app, 1).path("Condition").toString())
                .contains("kms:ViaService", "dynamodb.", "AWS::Region");
    }

    @Test
    void queriesOneIndexAndNotTheTable() {
        var app = granted((table, caller) -> table.getGrants().queryIndex(caller, ProfileTable.EMAIL_INDEX));

        assertThat(statement(app, 0).path("Action").asText()).isEqualTo("dynamodb:Query");
        assertThat(statement(app, 0).at("/Resource/Fn::Join/1/1").asText()).isEqualTo("/index/GSI1-EmailLookup");
    }

    @Test
    void readsTheStreamAndNotTheTable() {
        var app = granted((table, caller) -> table.getGrants().readStream(caller));

        assertThat(statement(app, 0).path("Action"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");
        assertThat(statement(app, 0).at("/Resource/Fn::GetAtt/1").asText()).isEqualTo("StreamArn");
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void listsStreamsWhereIamKnowsNoResource() {
        var app = granted((table, caller) -> table.getGrants().readStream(caller));

        assertThat(statement(app, 2).path("Action").asText()).isEqualTo("dynamodb:ListStreams");
        assertThat(statement(app, 2).path("Resource").asText()).isEqualTo("*");
    }

    @Test
    void addsNothingToTheKeysOwnPolicy() {
        var app = granted((table, caller) -> table.getGrants().readStream(caller));

        app.template("Clinic").allResourcesProperties("AWS::KMS::Key", json("""
                { "KeyPolicy": { "Statement": [ {"Action": "kms:*"} ] } }
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "IDP", "IDP#*", "#", "idp#", "IDP#?", "IDP#${aws:userid}", "IDP#\n"})
    void refusesAPrefixThatReachesFurtherThanItSays(String prefix) {
        var table = new ProfileTable(new Stack(), "Profiles", it -> {});
        var caller = new ManagedPolicy(table, "Caller");

        assertThatThrownBy(() -> table.getGrants().byLeadingKeys(caller, prefix, "dynamodb:PutItem"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyPrefix: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb:Scan", "dynamodb:*", "dynamodb:PartiQLSelect", "GetItem", ""})
    void refusesAnActionWhoseItemsIamDoesNotSee(String action) {
        var table = new ProfileTable(new Stack(), "Profiles", it -> {});
        var caller = new ManagedPolicy(table, "Caller");

        assertThatThrownBy(() -> table.getGrants().byLeadingKeys(caller, "IDP#", action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dynamodb:GetItem");
        assertThatThrownBy(() -> table.getGrants().byLeadingKeys(caller, "IDP#"))
                .hasMessageContaining("at least one");
    }

    @Test
    void refusesAnIndexByPatternAndAStreamThatIsOff() {
        var table = new ProfileTable(new Stack(), "Profiles", it -> it.stream(false));
        var caller = new ManagedPolicy(table, "Caller");

        assertThatThrownBy(() -> table.getGrants().queryIndex(caller, "*")).hasMessageContaining("indexName: *");
        assertThatThrownBy(() -> table.getGrants().readStream(caller))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Profiles/Table has no stream");
    }
}
