package io.cordon.examples;

import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

final class BackupVaultExample extends Stack {
    BackupVaultExample(Construct scope, String id) {
        super(scope, id);

        // example:start
        var backups = new BackupVault(this, "Backups", it -> it.deleteAfter(Duration.days(90)));

        var profiles = new ProfileTable(this, "Profiles", it -> {});
        backups.protect(profiles.getTable());
        // example:end
    }
}
