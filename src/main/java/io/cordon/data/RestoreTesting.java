package io.cordon.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.services.backup.CfnRestoreTestingPlan;
import software.amazon.awscdk.services.backup.CfnRestoreTestingPlan.RestoreTestingRecoveryPointSelectionProperty;
import software.amazon.awscdk.services.backup.CfnRestoreTestingSelection;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Restores a random backup of each table into a table of its own, which AWS Backup deletes again.
 *
 * <p>Random, since the newest backup is the one that is most likely to work: an old one shows a key that was switched off.
 */
final class RestoreTesting extends Construct {
    // AWS Backup looks back at most a year.
    private static final int LONGEST_WINDOW_DAYS = 365;

    private final CfnRestoreTestingPlan plan;
    private final RestoreRole role;
    private final int hours;

    RestoreTesting(Construct scope, BackupVaultProps props, IBackupVault vault, IKey vaultKey) {
        super(scope, "RestoreTesting");

        this.plan = plan(props, vault);
        this.role = new RestoreRole(this, vaultKey);
        this.hours = props.restoreTestWindow.toHours().intValue();
    }

    void include(ITable table) {
        role.mayRestore(table);
        CfnRestoreTestingSelection.Builder.create(this, "Selection" + Names.nodeUniqueId(table.getNode()))
                .restoreTestingPlanName(plan.getRef())
                .restoreTestingSelectionName(BackupNames.of(table))
                .protectedResourceType("DynamoDB")
                .protectedResourceArns(List.of(table.getTableArn()))
                .restoreMetadataOverrides(encryption(table))
                .validationWindowHours(hours)
                .iamRoleArn(role.role().getRoleArn())
                .build();
    }

    private CfnRestoreTestingPlan plan(BackupVaultProps props, IBackupVault vault) {
        return CfnRestoreTestingPlan.Builder.create(this, "Plan")
                .restoreTestingPlanName(BackupNames.of(this))
                .scheduleExpression(props.restoreTests.schedule())
                .scheduleExpressionTimezone("Etc/UTC")
                .startWindowHours(1)
                .recoveryPointSelection(RestoreTestingRecoveryPointSelectionProperty.builder()
                        .algorithm("RANDOM_WITHIN_WINDOW")
                        .includeVaults(List.of(vault.getBackupVaultArn()))
                        .recoveryPointTypes(List.of("SNAPSHOT"))
                        .selectionWindowDays(Math.min(props.deleteAfter.toDays().intValue(), LONGEST_WINDOW_DAYS))
                        .build())
                .build();
    }

    /** Left alone, AWS Backup would restore PHI under a key of DynamoDB's own. */
    private static Map<String, String> encryption(ITable table) {
        var key = table.getEncryptionKey();
        return key == null
                ? Map.of()
                : new TreeMap<>(Map.of("encryptionType", "KMS", "kmsMasterKeyArn", key.getKeyArn()));
    }
}
