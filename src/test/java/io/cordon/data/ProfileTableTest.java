package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.testing.Synthesized;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Operation;
import software.amazon.awscdk.services.kms.Key;

class ProfileTableTest {
    private static final String TABLE = "AWS::DynamoDB::Table";

    private static final Synthesized ALL = Synthesized.app(app -> {
        new ProfileTable(new Stack(app, "Default"), "Profiles", it -> {});
        new ProfileTable(new Stack(app, "OneKey"), "Profiles", it -> it.destroyable(true));
        var given = new Stack(app, "Given");
        new ProfileTable(
                given, "Profiles", it -> it.encryptionKey(theirs(given)).recoveryPeriod(Duration.days(7)));
    });

    private static Key theirs(Stack stack) {
        return Key.Builder.create(stack, "Theirs").enableKeyRotation(true).build();
    }

    @Test
    void findsItemsByTwoKeysAndLetsThemExpire() {
        ALL.template("Default").hasResourceProperties(TABLE, json("""
                { "KeySchema": [ {"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"} ],
                  "AttributeDefinitions": [ {"AttributeName": "PK", "AttributeType": "S"},
                    {"AttributeName": "SK", "AttributeType": "S"} ],
                  "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true},
                  "BillingMode": "PAY_PER_REQUEST" }
                """));
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
                { "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 35} }
                """));
    }

    @Test
    void isMarkedAsHoldingPhi() {
        assertThat(table(ALL, "Default").at("/Properties/Tags/0/Value").asText())
                .isEqualTo("phi");
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
                .contains(
                        "OneKey/Profiles", "destroyable is set but the store is kept", "cordon:allowPhiDeletion=true");
    }

    @Test
    void goesWhenBothKeysSaySo() {
        var both = Synthesized.app(
                Map.of(DataClass.ALLOW_DELETION, "true"),
                app -> new ProfileTable(new Stack(app, "Both"), "Profiles", it -> it.destroyable(true)));
        assertThat(table(both, "Both").path("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(table(both, "Both")
                        .at("/Properties/DeletionProtectionEnabled")
                        .asBoolean())
                .isFalse();
        assertThat(both.warnings()).isEmpty();
    }

    private static JsonNode table(Synthesized app, String stack) {
        return app.resources(stack, TABLE).get(0);
    }

    @Test
    void measuresByTheNamesDynamoDbPublishes() {
        var table = new ProfileTable(new Stack(), "Profiles", it -> {});
        var throttled = table.metricThrottledRequests(Operation.TRANSACT_WRITE_ITEMS);
        assertThat(throttled.getNamespace()).isEqualTo("AWS/DynamoDB");
        assertThat(throttled.getMetricName()).isEqualTo("ThrottledRequests");
        assertThat(throttled.getDimensions())
                .containsOnlyKeys("TableName", "Operation")
                .containsEntry("Operation", "TransactWriteItems");
        assertThat(table.metricReadThrottleEvents().getDimensions()).containsOnlyKeys("TableName");
        assertThat(table.metricReadThrottleEvents().getStatistic()).isEqualTo("Sum");
        assertThat(table.metricWriteThrottleEvents().getMetricName()).isEqualTo("WriteThrottleEvents");
    }

    @Test
    void lacksOnlyABackupPlan() {
        assertThat(ALL.violations())
                .filteredOn(finding -> !finding.startsWith("Annotation::cordon:PhiStoreKept"))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("DynamoDBInBackupPlan"));
        assertThat(ALL.suppressed()).isEmpty();
    }

    @Test
    void refusesARecoveryPeriodBeyondDynamoDbs() {
        assertThatThrownBy(() -> ProfileTableProps.builder()
                        .recoveryPeriod(Duration.days(36))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recoveryPeriod: 36 days; 1 to 35 whole days; for longer keep backups in a BackupVault");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(ProfileTableProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactlyInAnyOrder("encryptionKey", "recoveryPeriod", "destroyable");
        var props = ProfileTableProps.builder().build();
        assertThat(props.encryptionKey).isNull();
        assertThat(props.recoveryPeriod.toDays()).isEqualTo(35);
        assertThat(props.destroyable).isFalse();
    }
}
