package io.cordon.examples;

import io.cordon.data.BackupCopy;
import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import io.cordon.data.RestoreTests;
import io.cordon.data.VaultLock;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

final class BackupVaultExample extends Stack {
    BackupVaultExample(Construct scope, String id) {
        super(
                scope,
                id,
                StackProps.builder()
                        .env(Environment.builder().region("eu-west-1").build())
                        .build());

        // example:start
        var backups = new BackupVault(
                this,
                "Backups",
                it -> it.deleteAfter(Duration.days(90))
                        .lock(VaultLock.governance().keepAtLeast(Duration.days(35)))
                        .copyTo(BackupCopy.to("eu-central-1").vault("clinic-copies"))
                        .restoreTests(RestoreTests.WEEKLY));

        var profiles = new ProfileTable(this, "Profiles", it -> {});
        backups.protect(profiles.getTable());

        backups.metricRestoreJobsFailed();
        // example:end
    }
}
