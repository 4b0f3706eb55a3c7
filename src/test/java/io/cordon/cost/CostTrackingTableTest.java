package io.cordon.cost;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.data.BackupVault;
import io.cordon.data.EncryptedTableProps;
import io.cordon.data.ProfileTable;
import io.cordon.testing.Synthesized;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.kms.Key;

class CostTrackingTableTest {
    private static final String TABLE = "AWS::DynamoDB::Table";

    private static final Synthesized ALL = Synthesized.app(app -> {
        var stack = new Stack(app, "Costs");
        var costs = new CostTrackingTable(stack, "Costs", it -> {});
        new BackupVault(stack, "Backups", it -> it.tables(List.of(costs.getTable())));
        costs.grantRecord(new ManagedPolicy(stack, "Recorder"));
        costs.grantQueryMonth(new ManagedPolicy(stack, "Reporter"));
        costs.grantReadPrices(new ManagedPolicy(stack, "Reader"));
        costs.grantSeedPrices(new ManagedPolicy(stack, "Seeder"));
        var two = new Stack(app, "Two");
        var key = Key.Builder.create(two, "Theirs").enableKeyRotation(true).build();
        var mine =
                new CostTrackingTable(two, "Costs", it -> it.encryptionKey(key).recoveryPeriod(Duration.days(1)));
        var profiles = new ProfileTable(two, "Profiles", it -> it.encryptionKey(key));
        new BackupVault(two, "Backups", it -> it.tables(List.of(mine.getTable(), profiles.getTable())));
    });

    @Test
    void keepsCallsAndPricesUnderTwoTexts() {
        ALL.template("Costs").hasResource(TABLE, json("""
                { "DeletionPolicy": "Retain",
                  "Properties": {
                    "KeySchema": [ {"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"} ],
                    "BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": true,
                    "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true},
                    "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 35},
                    "SSESpecification": {"SSEEnabled": true, "SSEType": "KMS"},
                    "Tags": [ {"Key": "cordon:data-class", "Value": "phi"} ] } }
                """));
    }

    @Test
    void sumsUpAMonthByAnIndexWithoutWhatACallWasAbout() {
        ALL.template("Costs").hasResourceProperties(TABLE, json("""
                { "GlobalSecondaryIndexes": [ { "IndexName": "monthly-usage-index",
                    "KeySchema": [ {"AttributeName": "userId", "KeyType": "HASH"},
                      {"AttributeName": "month", "KeyType": "RANGE"} ],
                    "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": ["inputTokens", "outputTokens",
                      "cacheReadTokens", "cacheWriteTokens", "totalMicroUsd"] } } ] }
                """));
    }

    /** A key that an index names and the table does not define fails the deployment, not the synth. */
    @Test
    void definesEachKeyOfItsIndexAndNothingElse() {
        assertThat(ALL.resources("Costs", TABLE).get(0).at("/Properties/AttributeDefinitions"))
                .extracting(it -> it.path("AttributeName").asText())
                .containsExactlyInAnyOrder("PK", "SK", "userId", "month");
    }

    @Test
    void streamsNothing() {
        assertThat(ALL.resources("Costs", TABLE).get(0).path("Properties").has("StreamSpecification"))
                .isFalse();
    }

    @Test
    void recordsWithoutReadingAndWithoutTouchingAPrice() {
        assertThat(statement("Recorder").path("Action").asText()).isEqualTo("dynamodb:PutItem");
        assertThat(keys("Recorder")).isEqualTo("[\"USER#*\"]");
    }

    @Test
    void queriesMonthsByTheIndexAndNotByTheTable() {
        assertThat(statement("Reporter").path("Action").asText()).isEqualTo("dynamodb:Query");
        assertThat(statement("Reporter").path("Resource").toString()).endsWith("\"/index/monthly-usage-index\"]]}");
    }

    @Test
    void separatesThoseWhoReadPricesFromThoseWhoSetThem() {
        assertThat(statement("Reader").path("Action").toString())
                .isEqualTo("[\"dynamodb:GetItem\",\"dynamodb:Query\"]");
        assertThat(keys("Reader")).isEqualTo("[\"PRICE#*\"]");
        assertThat(statement("Seeder").path("Action").asText()).isEqualTo("dynamodb:PutItem");
        assertThat(keys("Seeder")).isEqualTo("[\"PRICE#*\"]");
    }

    private static String keys(String policy) {
        return statement(policy)
                .at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")
                .toString();
    }

    private static JsonNode statement(String policy) {
        var policies = ALL.template("Costs").findResources("AWS::IAM::ManagedPolicy");
        var id = policies.keySet().stream()
                .filter(it -> it.startsWith(policy))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().<JsonNode>valueToTree(policies.get(id)).at("/Properties/PolicyDocument/Statement/0");
    }

    @Test
    void keepsACallForAYear() {
        assertThat(CostTrackingTable.recordLifetime().toDays()).isEqualTo(365);
    }

    @Test
    void measuresWhatDynamoDbPublishes() {
        var costs = new CostTrackingTable(new Stack(), "Costs", it -> {});

        assertThat(costs.metricConditionalCheckFailedRequests().getDimensions()).containsOnlyKeys("TableName");
    }

    @Test
    void takesAKeyAndStandsBesideAnotherTableWithoutAFinding() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.resources("Two", "AWS::KMS::Key")).hasSize(2);
    }

    @Test
    void refusesARecoveryPeriodThatDynamoDbDoesNotKnow() {
        assertThatThrownBy(() -> CostTrackingTableProps.builder()
                        .recoveryPeriod(Duration.days(0))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CostTrackingTable: recoveryPeriod: 0 days; 1 to 35 whole days");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(CostTrackingTableProps.Builder.class.getMethods())
                        .filter(it -> EncryptedTableProps.Builder.class.isAssignableFrom(it.getReturnType()))
                        .map(it -> it.getName())
                        .distinct())
                .containsExactlyInAnyOrder("encryptionKey", "recoveryPeriod", "destroyable");
    }
}
