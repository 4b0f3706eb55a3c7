package io.cordon.examples;

import io.cordon.data.BackupCopyVault;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

final class BackupCopyVaultExample extends Stack {
    BackupCopyVaultExample(Construct scope, String id) {
        super(
                scope,
                id,
                StackProps.builder()
                        .env(Environment.builder().region("eu-central-1").build())
                        .build());

        // example:start
        // In a stack of the other region, deployed before the one that copies.
        var copies = new BackupCopyVault(this, "Copies", it -> it.vaultName("clinic-copies"));

        copies.metricCopyJobsCompleted();
        // example:end
    }
}
