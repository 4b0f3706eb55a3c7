package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.testing.Synthesized;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;

class BackupVaultTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        var stack = new Stack(app, "Data");
        var profiles = new ProfileTable(stack, "Profiles", it -> {});
        var sessions = new ProfileTable(stack, "Sessions", it -> it.encryptionKey(profiles.getKey()));
        new BackupVault(stack, "Backups", it -> it.tables(List.of(profiles.getTable()))).protect(sessions.getTable());
        var given = new Stack(app, "Given");
        new BackupVault(
                given,
                "Backups",
                it -> it.encryptionKey(theirs(given))
                        .deleteAfter(Duration.days(90))
                        .lock(VaultLock.compliance(Duration.days(30)).keepAtLeast(Duration.days(60)))
                        .restoreTests(RestoreTests.NONE));
    });

    private static Key theirs(Stack stack) {
        return Key.Builder.create(stack, "Theirs").enableKeyRotation(true).build();
    }

    @Test
    void backsUpEveryNightAndKeepsItForThirtyFiveDays() {
        ALL.template("Data").hasResourceProperties("AWS::Backup::BackupPlan", json("""
                { "BackupPlan": { "BackupPlanRule": [ {
                    "RuleName": "Daily", "ScheduleExpression": "cron(0 2 * * ? *)",
                    "ScheduleExpressionTimezone": "Etc/UTC",
                    "StartWindowMinutes": 60, "CompletionWindowMinutes": 240,
                    "Lifecycle": {"DeleteAfterDays": 35} } ] } }
                """));
    }

    @Test
    void takesAKeyAndALifetime() {
        assertThat(ALL.resources("Given", "AWS::KMS::Key")).hasSize(1);
        ALL.template("Given").hasResourceProperties("AWS::Backup::BackupPlan", json("""
                { "BackupPlan": { "BackupPlanRule": [ {"Lifecycle": {"DeleteAfterDays": 90}} ] } }
                """));
    }

    @Test
    void selectsEachTableByArn() {
        assertThat(ALL.resources("Data", "AWS::Backup::BackupSelection"))
                .hasSize(2)
                .allSatisfy(selection -> assertThat(selection.at("/Properties/BackupSelection/Resources"))
                        .singleElement()
                        .satisfies(arn ->
                                assertThat(arn.at("/Fn::GetAtt/1").asText()).isEqualTo("Arn")));
    }

    @Test
    void letsNobodyDeleteABackupBeforeItsTime() {
        ALL.template("Data").hasResourceProperties("AWS::Backup::BackupVault", json("""
                { "EncryptionKeyArn": {"Fn::GetAtt": ["BackupsKeyC696F888", "Arn"]},
                  "BackupVaultTags": {"cordon:data-class": "phi"},
                  "AccessPolicy": { "Statement": [
                    { "Sid": "KeepUntilExpiry", "Effect": "Deny", "Principal": {"AWS": "*"}, "Resource": "*",
                      "Action": ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"] },
                    { "Sid": "NoCopiesElsewhere", "Effect": "Deny", "Principal": {"AWS": "*"}, "Resource": "*",
                      "Action": "backup:CopyFromBackupVault",
                      "Condition": {"ForAnyValue:ArnNotLike": {"backup:CopyTargets": [{"Fn::Join": ["", ["arn:",
                        {"Ref": "AWS::Partition"}, ":backup:*:", {"Ref": "AWS::AccountId"},
                        ":backup-vault:*"]]}]}} },
                    { "Sid": "ChangeByDeploymentOnly", "Effect": "Deny", "Principal": {"AWS": "*"}, "Resource": "*",
                      "Action": "backup:PutBackupVaultAccessPolicy",
                      "Condition": {"ArnNotLike": {"aws:PrincipalArn": {"Fn::Join": ["", ["arn:",
                        {"Ref": "AWS::Partition"}, ":iam::", {"Ref": "AWS::AccountId"},
                        ":role/cdk-*-cfn-exec-role-*"]]}}} } ] } }
                """));
    }

    /** With its name made from its path, a vault that a failed first deployment left behind would stop every other. */
    @Test
    void staysWithItsBackupsButNotAfterAFailedFirstDeployment() {
        ALL.template("Data")
                .hasResource(
                        "AWS::Backup::BackupVault",
                        json("{ \"DeletionPolicy\": \"RetainExceptOnCreate\", \"UpdateReplacePolicy\": \"Retain\" }"));
    }

    @Test
    void locksForAsLongAsBackupsAreKeptInAWayThatCanBeUndone() {
        assertThat(lock("Data")).isEqualTo("{\"MinRetentionDays\":35}");
    }

    @Test
    void locksForGoodOnRequest() {
        assertThat(lock("Given")).isEqualTo("{\"ChangeableForDays\":30,\"MinRetentionDays\":60}");
    }

    private static String lock(String stack) {
        return ALL.resources(stack, "AWS::Backup::BackupVault")
                .get(0)
                .at("/Properties/LockConfiguration")
                .toString();
    }

    @Test
    void passesBothPacksTogetherWithItsTables() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed()).isEmpty();
    }

    @Test
    void refusesATableOfAnotherStack() {
        var vault = new BackupVault(new Stack(null, "Here"), "Backups", it -> {});
        var table = new ProfileTable(new Stack(null, "There"), "Profiles", it -> {}).getTable();
        assertThatThrownBy(() -> vault.protect(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of the stack There; must be of Here");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(BackupVaultProps.Builder.class.getMethods())
                        .filter(it -> it.getReturnType() == BackupVaultProps.Builder.class)
                        .map(it -> it.getName()))
                .containsExactlyInAnyOrder(
                        "encryptionKey",
                        "deleteAfter",
                        "tables",
                        "lock",
                        "copyTo",
                        "restoreTests",
                        "restoreTestWindow");
        var props = BackupVaultProps.builder().build();
        assertThat(props.encryptionKey).isNull();
        assertThat(props.deleteAfter.toDays()).isEqualTo(35);
        assertThat(props.tables).isEmpty();
        assertThat(props.copyTo).isNull();
        assertThat(props.restoreTests).isEqualTo(RestoreTests.MONTHLY);
        assertThat(props.restoreTestWindow.toHours()).isEqualTo(8);
    }
}
