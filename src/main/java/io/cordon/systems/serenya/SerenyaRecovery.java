package io.cordon.systems.serenya;

import io.cordon.data.BackupCopyVault;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What is left of a stage when its region is gone: a copy of every backup, in another region of the same geography. */
public final class SerenyaRecovery extends Stack {
    /** Creates the vault into which the stage that {@code settings} describe copies its backups. */
    public SerenyaRecovery(Construct scope, String id, SerenyaSettings settings) {
        super(scope, id, Stage.of(settings).props(settings.placement().recoveryRegion(), "copies of its backups"));

        new BackupCopyVault(
                this,
                "Copies",
                it -> it.vaultName(vaultOf(settings))
                        .keepAtLeast(Duration.days(settings.retention().backupDays()))
                        .lock(Locks.of(settings).onBackups()));

        Stage.of(settings).tag(this);
    }

    /** By this name the back end finds the vault: stacks of two regions share nothing. */
    static String vaultOf(SerenyaSettings settings) {
        return "serenya-" + settings.stage() + "-copies";
    }
}
