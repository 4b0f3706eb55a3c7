package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;

class BackupCopyVaultPropsTest {
    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> BackupCopyVaultProps.builder()
                        .keepAtLeast(Duration.hours(5))
                        .lock(VaultLock.compliance(Duration.days(1)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("BackupCopyVault: vaultName: (none); 2 to 50 letters")
                .hasMessageContainingAll("keepAtLeast: 5 hours", "lock: changeable for 1 day");
    }

    @Test
    void refusesANameThatAwsBackupDoesNotTake() {
        for (var name : new String[] {"a", "clinic copies", "clinic/copies", "x".repeat(51)}) {
            assertThatThrownBy(
                            () -> BackupCopyVaultProps.builder().vaultName(name).build())
                    .hasMessageContaining("vaultName: " + name);
        }
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(BackupCopyVaultProps.Builder.class.getMethods())
                        .filter(it -> it.getReturnType() == BackupCopyVaultProps.Builder.class)
                        .map(it -> it.getName()))
                .containsExactlyInAnyOrder("vaultName", "encryptionKey", "keepAtLeast", "lock");
        var props = BackupCopyVaultProps.builder().vaultName("clinic-copies").build();
        assertThat(props.encryptionKey).isNull();
        assertThat(props.keepAtLeast.toDays()).isEqualTo(35);
    }
}
