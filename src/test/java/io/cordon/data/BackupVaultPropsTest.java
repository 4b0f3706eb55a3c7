package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Lazy;

class BackupVaultPropsTest {
    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> BackupVaultProps.builder()
                        .deleteAfter(Duration.hours(12))
                        .lock(VaultLock.compliance(Duration.days(2)))
                        .copyTo(BackupCopy.to("mars-north-1").vault("a vault").deleteAfter(Duration.days(0)))
                        .restoreTestWindow(Duration.minutes(90))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        BackupVault: deleteAfter: 12 hours; 1 to 36500 whole days; round it up
                        lock: changeable for 2 days; AWS Backup asks for at least 3 whole days; give yourself time to test, \
                        it cannot be undone
                        copyTo: region mars-north-1; one that policies/geographies.json places, known at synth; PHI goes \
                        nowhere else
                        copyTo: vault a vault; 2 to 50 letters, digits, _ and -; name the BackupCopyVault in mars-north-1
                        copyTo: kept 0 days; 1 to 36500 whole days; round it up
                        restoreTestWindow: 1 hour 30 minutes; 1 to 168 whole hours; the shorter the better""");
    }

    @Test
    void refusesALockThatWouldRefuseEachBackup() {
        assertThatThrownBy(() -> BackupVaultProps.builder()
                        .deleteAfter(Duration.days(7))
                        .lock(VaultLock.governance().keepAtLeast(Duration.days(35)))
                        .build())
                .hasMessageContaining("lock: keeps at least 35 days, but backups are kept 7 days");
        assertThatThrownBy(() -> BackupVaultProps.builder()
                        .lock(VaultLock.governance().keepAtLeast(Duration.hours(1)))
                        .build())
                .hasMessageContaining("lock: keeps at least 1 hour; 1 to 36500 whole days");
    }

    @Test
    void needsTheNameOfTheOtherVault() {
        assertThatThrownBy(() -> BackupVaultProps.builder()
                        .copyTo(BackupCopy.to("eu-central-1"))
                        .build())
                .hasMessageContaining("copyTo: vault (none)");
    }

    @Test
    void mustKnowAtSynthHowLongPhiIsKept() {
        assertThatThrownBy(() -> BackupVaultProps.builder()
                        .deleteAfter(Duration.days(Lazy.number(() -> 35)))
                        .build())
                .hasMessageContaining("deleteAfter: a value unknown at synth");
    }

    @Test
    void takesTheBoundsThemselves() {
        assertThatCode(() -> BackupVaultProps.builder()
                        .deleteAfter(Duration.days(36_500))
                        .restoreTestWindow(Duration.hours(168))
                        .lock(VaultLock.compliance(Duration.days(3)).keepAtLeast(Duration.days(36_500)))
                        .build())
                .doesNotThrowAnyException();
    }
}
