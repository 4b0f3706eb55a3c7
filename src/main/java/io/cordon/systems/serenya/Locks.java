package io.cordon.systems.serenya;

import io.cordon.data.VaultLock;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.ObjectLockMode;

/** How firmly a stage holds its logs and its backups. */
enum Locks {
    /** Whoever has the right to can take a lock off, and the trail says who did. */
    GOVERNANCE(ObjectLockMode.GOVERNANCE, VaultLock.governance()),
    /** Nobody can. Backups leave two weeks to try a restore before that is final. */
    COMPLIANCE(
            ObjectLockMode.COMPLIANCE,
            VaultLock.compliance(Duration.days(14)).keepAtLeast(Duration.days(SerenyaStages.LEAST_BACKUP_DAYS)));

    private final ObjectLockMode logs;
    private final VaultLock backups;

    Locks(ObjectLockMode logs, VaultLock backups) {
        this.logs = logs;
        this.backups = backups;
    }

    static Locks of(SerenyaSettings settings) {
        return settings.protection().irrevocable() ? COMPLIANCE : GOVERNANCE;
    }

    ObjectLockMode onLogs() {
        return logs;
    }

    VaultLock onBackups() {
        return backups;
    }
}
