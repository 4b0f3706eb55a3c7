package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.testing.Synthesized;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;

class ProfileTableTest {
    private static final String TABLE = "AWS::DynamoDB::Table";

    private static final Synthesized ALL = Synthesized.app(app -> {
        new ProfileTable(new Stack(app, "Default"), "Profiles", it -> {});
        new ProfileTable(new Stack(app, "OneKey"), "Profiles", it -> it.destroyable(true));
        var given = new Stack(app, "Given");
        new ProfileTable(
                given,
                "Profiles",
                it -> it.encryptionKey(theirs(given)).recoveryPeriod(Duration.days(7)).stream(false));
    });

    private static Key theirs(Stack stack) {
        return Key.Builder.create(stack, "Theirs").enableKeyRotation(true).build();
    }

    @Test
    void findsItemsByTwoKeysAndLetsThemExpire() {
        ALL.template("Default").hasResourceProperties(TABLE, json("""
                { "KeySchema": [ {"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"} ],
                  "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true},
                  "BillingMode": "PAY_PER_REQUEST" }
                """));
    }

    @Test
    void findsPeopleByTwoIndexesThatHoldKeysAlone() {
        ALL.template("Default").hasResourceProperties(TABLE, json("""
                { "GlobalSecondaryIndexes": [
                    { "IndexName": "GSI1-EmailLookup", "Projection": {"ProjectionType": "KEYS_ONLY"},
                      "KeySchema": [ {"AttributeName": "GSI1PK", "KeyType": "HASH"},
                        {"AttributeName": "GSI1SK", "KeyType": "RANGE"} ] },
                    { "IndexName": "GSI2-ExternalAuth", "Projection": {"ProjectionType": "KEYS_ONLY"},
                      "KeySchema": [ {"AttributeName": "GSI2PK", "KeyType": "HASH"},
                        {"AttributeName": "GSI2SK", "KeyType": "RANGE"} ] } ] }
                """));
    }

    /** A key that an index names and the table does not define fails the deployment, not the synth. */
    @Test
    void definesEachKeyOfItsIndexesAndNothingElse() {
        assertThat(table(ALL, "Default").at("/Properties/AttributeDefinitions"))
                .extracting(it -> it.path("AttributeName").asText())
                .containsExactlyInAnyOrder("PK", "SK", "GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK");
    }

    @Test
    void streamsEachItemBeforeAndAfterAChangeUnlessSwitchedOff() {
        assertThat(table(ALL, "Default")
                        .at("/Properties/StreamSpecification/StreamViewType")
                        .asText())
                .isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table(ALL, "Given").at("/Properties").has("StreamSpecification"))
                .isFalse();
        assertThat(new ProfileTable(new Stack(), "On", it -> {}).getStreamArn()).isNotNull();
        assertThat(new ProfileTable(new Stack(), "Off", it -> it.stream(false)).getStreamArn())
                .isNull();
    }

    @Test
    void isEncryptedWithAKeyThatRotates() {
        ALL.template("Default").hasResourceProperties(TABLE, json("""
                { "SSESpecification": { "SSEEnabled": true, "SSEType": "KMS",
                    "KMSMasterKeyId": {"Fn::GetAtt": ["ProfilesKey0F17436D", "Arn"]} } }
                """));
        ALL.template("Default").hasResourceProperties("AWS::KMS::Key", json("{ \"EnableKeyRotation\": true }"));
    }

    @Test
    void takesAKeyAndARecoveryPeriod() {
        assertThat(ALL.resources("Given", "AWS::KMS::Key")).hasSize(1);
        ALL.template("Given").hasResourceProperties(TABLE, json("""
                { "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7} }
                """));
    }

    @Test
    void goesBackToAnySecondOfThirtyFiveDays() {
        ALL.template("Default").hasResourceProperties(TABLE, json("""
                { "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 35},
                  "Tags": [ {"Key": "cordon:data-class", "Value": "phi"} ] }
                """));
    }

    @Test
    void isKeptUnlessBothKeysSayOtherwise() {
        for (var stack : new String[] {"Default", "OneKey"}) {
            assertThat(table(ALL, stack).path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(table(ALL, stack)
                            .at("/Properties/DeletionProtectionEnabled")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(ALL.warnings())
                .singleElement()
                .asString()
                .contains("OneKey/Profiles", "cordon:allowPhiDeletion=true");
    }

    @Test
    void goesWhenBothKeysSaySo() {
        var both = Synthesized.app(
                Map.of(DataClass.ALLOW_DELETION, "true"),
                app -> new ProfileTable(new Stack(app, "Both"), "Profiles", it -> it.destroyable(true)));
        assertThat(table(both, "Both").path("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(both.warnings()).isEmpty();
    }

    private static JsonNode table(Synthesized app, String stack) {
        return app.resources(stack, TABLE).get(0);
    }

    @Test
    void lacksOnlyABackupPlan() {
        assertThat(ALL.violations())
                .filteredOn(finding -> !finding.startsWith("Annotation::cordon:PhiStoreKept"))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("DynamoDBInBackupPlan"));
        assertThat(ALL.suppressed()).isEmpty();
    }
}
