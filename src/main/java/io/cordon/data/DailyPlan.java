package io.cordon.data;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanCopyActionProps;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;

/** When a vault is filled, for how long, and where the copies go. */
final class DailyPlan {
    private DailyPlan() {}

    static BackupPlan of(Construct scope, BackupVaultProps props, IBackupVault vault) {
        // 02:00 UTC is night where PHI of this geography is made; a job may start until 03:00 and run until 06:00.
        var night = CronOptions.builder().hour("2").minute("0").build();
        return BackupPlan.Builder.create(scope, "Plan")
                .backupPlanName(BackupNames.of(scope))
                .backupVault(vault)
                .backupPlanRules(List.of(BackupPlanRule.Builder.create()
                        .ruleName("Daily")
                        .scheduleExpression(Schedule.cron(night))
                        .scheduleExpressionTimezone(TimeZone.ETC_UTC)
                        .startWindow(Duration.hours(1))
                        .completionWindow(Duration.hours(4))
                        .deleteAfter(props.deleteAfter)
                        .copyActions(copies(scope, props))
                        .build()))
                .build();
    }

    private static List<BackupPlanCopyActionProps> copies(Construct scope, BackupVaultProps props) {
        if (props.copyTo == null) {
            return List.of();
        }
        var there = props.copyTo.vaultArn(Stack.of(scope));
        return List.of(BackupPlanCopyActionProps.builder()
                .destinationBackupVault(BackupVault.fromBackupVaultArn(scope, "CopyVault", there))
                .deleteAfter(props.copyTo.keptFor(props.deleteAfter))
                .build());
    }
}
