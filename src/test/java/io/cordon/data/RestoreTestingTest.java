package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;

class RestoreTestingTest {
    private static final String PLAN = "AWS::Backup::RestoreTestingPlan";
    private static final String SELECTION = "AWS::Backup::RestoreTestingSelection";

    private static final Synthesized ALL = Synthesized.app(app -> {
        var data = new Stack(app, "Data");
        var profiles = new ProfileTable(data, "Profiles", it -> {});
        var sessions = new ProfileTable(data, "A-very-long-name-for-a-table-of-sessions-of-people", it -> {});
        new BackupVault(data, "Backups", it -> it.tables(List.of(profiles.getTable(), sessions.getTable())));
        var weekly = new Stack(app, "Weekly");
        var imported = Table.fromTableArn(weekly, "Imported", "arn:aws:dynamodb:eu-west-1:111122223333:table/Theirs");
        new BackupVault(
                weekly,
                "Backups",
                it -> it.tables(List.of(imported))
                        .deleteAfter(Duration.days(400))
                        .restoreTests(RestoreTests.WEEKLY)
                        .restoreTestWindow(Duration.hours(1)));
        new BackupVault(weekly, "More", it -> it.restoreTests(RestoreTests.NONE));
    });

    @Test
    void restoresARandomBackupOfAllThatAreKeptEachMonth() {
        ALL.template("Data").hasResourceProperties(PLAN, json("""
                { "ScheduleExpression": "cron(0 5 1 * ? *)", "ScheduleExpressionTimezone": "Etc/UTC",
                  "StartWindowHours": 1,
                  "RecoveryPointSelection": { "Algorithm": "RANDOM_WITHIN_WINDOW", "RecoveryPointTypes": ["SNAPSHOT"],
                    "SelectionWindowDays": 35,
                    "IncludeVaults": [ {"Fn::GetAtt": ["BackupsVault8E2FA0D8", "BackupVaultArn"]} ] } }
                """.replace("BackupsVault8E2FA0D8", logicalId())));
    }

    private static String logicalId() {
        return ALL.resources("Data", PLAN)
                .get(0)
                .at("/Properties/RecoveryPointSelection/IncludeVaults/0/Fn::GetAtt/0")
                .asText();
    }

    @Test
    void restoresEachTableUnderItsOwnKeyAndForgetsItTheSameDay() {
        assertThat(ALL.resources("Data", SELECTION)).hasSize(2).allSatisfy(selection -> {
            var properties = selection.path("Properties");
            assertThat(properties.path("ProtectedResourceType").asText()).isEqualTo("DynamoDB");
            assertThat(properties.path("ProtectedResourceArns")).hasSize(1);
            assertThat(properties.path("ValidationWindowHours").asInt()).isEqualTo(8);
            assertThat(properties.at("/RestoreMetadataOverrides/encryptionType").asText())
                    .isEqualTo("KMS");
            assertThat(properties
                            .at("/RestoreMetadataOverrides/kmsMasterKeyArn/Fn::GetAtt/1")
                            .asText())
                    .isEqualTo("Arn");
            assertThat(properties.at("/RestoreTestingPlanName/Ref").asText()).isNotEmpty();
            assertThat(properties.at("/IamRoleArn/Fn::GetAtt/1").asText()).isEqualTo("Arn");
        });
    }

    /** AWS Backup takes letters, digits and underscores, at most 50, and tells only at the deployment. */
    @Test
    void namesPlansAndSelectionsAsAwsBackupWantsThem() {
        assertThat(ALL.resources("Data", SELECTION))
                .extracting(
                        it -> it.at("/Properties/RestoreTestingSelectionName").asText())
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-zA-Z0-9_]{1,50}"));
        assertThat(ALL.resources("Data", PLAN)
                        .get(0)
                        .at("/Properties/RestoreTestingPlanName")
                        .asText())
                .matches("[a-zA-Z0-9_]{1,50}")
                .isNotEqualTo(ALL.resources("Weekly", PLAN)
                        .get(0)
                        .at("/Properties/RestoreTestingPlanName")
                        .asText());
    }

    @Test
    void testsWeeklyOnRequestAndLooksBackAYearAtMost() {
        ALL.template("Weekly").hasResourceProperties(PLAN, json("""
                { "ScheduleExpression": "cron(0 5 ? * 1 *)", "RecoveryPointSelection": {"SelectionWindowDays": 365} }
                """));
        ALL.template("Weekly").resourceCountIs(PLAN, 1);
    }

    @Test
    void takesAnImportedTableWhoseKeyItDoesNotKnow() {
        assertThat(ALL.resources("Weekly", SELECTION)).singleElement().satisfies(selection -> {
            assertThat(selection
                            .at("/Properties/RestoreMetadataOverrides/kmsMasterKeyArn")
                            .isMissingNode())
                    .isTrue();
            assertThat(selection.at("/Properties/ValidationWindowHours").asInt())
                    .isEqualTo(1);
        });
    }

    @Test
    void writesIntoTablesOfTestsOnly() {
        var writing = statements().stream()
                .filter(it -> it.toString().contains("dynamodb:PutItem"))
                .toList();

        assertThat(writing)
                .singleElement()
                .asString()
                .contains(":table/awsbackup-restore-test-*", "dynamodb:RestoreTableFromAwsBackup")
                .doesNotContain("DeleteTable");
        assertThat(statements())
                .filteredOn(it -> it.toString().contains("kms:Encrypt"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("Condition").toString()).contains("kms:ViaService"));
    }

    private static List<JsonNode> statements() {
        return ALL.resources("Data", "AWS::IAM::ManagedPolicy").stream()
                .filter(it -> it.toString().contains("Restore"))
                .flatMap(it -> it.at("/Properties/PolicyDocument/Statement").valueStream())
                .toList();
    }

    @Test
    void raisesNoFinding() {
        assertThat(ALL.violations()).isEmpty();
    }
}
