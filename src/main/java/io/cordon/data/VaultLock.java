package io.cordon.data;

import io.cordon.policies.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.backup.LockConfiguration;

/**
 * How firmly a vault holds its backups: against everybody who has no right to take the lock off, or against everybody.
 *
 * <p>A locked vault refuses a backup that would be kept for less than the least, and no backup is deleted before its time.
 */
public final class VaultLock {
    private static final int COOLING_DAYS =
            LimitPolicy.current().vaultLockCoolingDays().value();

    private final @Nullable Duration changeableFor;
    private final @Nullable Duration keepAtLeast;

    private VaultLock(@Nullable Duration changeableFor, @Nullable Duration keepAtLeast) {
        this.changeableFor = changeableFor;
        this.keepAtLeast = keepAtLeast;
    }

    /** Who has the right {@code backup:DeleteBackupVaultLockConfiguration} can take it off, and the trail says who did. */
    public static VaultLock governance() {
        return new VaultLock(null, null);
    }

    /**
     * Nobody can take it off or change it once {@code changeableFor} is over: not the root user, not AWS. The vault and
     * its least retention are then as they are for good.
     *
     * @param changeableFor how long it can still be taken back after it was deployed; at least 3 whole days
     */
    public static VaultLock compliance(Duration changeableFor) {
        return new VaultLock(changeableFor, null);
    }

    /**
     * Sets the least time that a backup is kept, in whole days. Default: what the vault's own backups are kept for. With
     * a compliance lock say it: a later change of the other would change the lock, and fail.
     */
    public VaultLock keepAtLeast(Duration least) {
        return new VaultLock(changeableFor, least);
    }

    LockConfiguration configuration(Duration kept) {
        return LockConfiguration.builder()
                .minRetention(keepAtLeast != null ? keepAtLeast : kept)
                .changeableFor(changeableFor)
                .build();
    }

    List<String> problems(Duration kept) {
        var problems = new ArrayList<String>();
        if (changeableFor != null
                && (!WholeDays.within(changeableFor, WholeDays.LONGEST_BACKUP)
                        || WholeDays.isShorter(changeableFor, Duration.days(COOLING_DAYS)))) {
            problems.add("lock: changeable for " + WholeDays.print(changeableFor) + "; AWS Backup asks for at least "
                    + COOLING_DAYS + " whole days; give yourself time to test, it cannot be undone");
        }
        if (keepAtLeast != null && !WholeDays.within(keepAtLeast, WholeDays.LONGEST_BACKUP)) {
            problems.add("lock: keeps at least " + WholeDays.print(keepAtLeast) + "; 1 to " + WholeDays.LONGEST_BACKUP
                    + " whole days; round it up");
        } else if (keepAtLeast != null && !kept.isUnresolved() && WholeDays.isShorter(kept, keepAtLeast)) {
            problems.add("lock: keeps at least " + WholeDays.print(keepAtLeast) + ", but backups are kept "
                    + WholeDays.print(kept) + "; such a vault refuses each of them; keep backups longer");
        }
        return problems;
    }
}
