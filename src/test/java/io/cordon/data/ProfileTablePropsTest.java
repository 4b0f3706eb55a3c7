package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;

class ProfileTablePropsTest {
    @Test
    void refusesARecoveryPeriodThatDynamoDbDoesNotKnow() {
        assertThatThrownBy(() -> ProfileTableProps.builder()
                        .recoveryPeriod(Duration.days(36))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ProfileTable: recoveryPeriod: 36 days; 1 to 35 whole days; for longer keep backups in a"
                        + " BackupVault");
        assertThatThrownBy(() -> ProfileTableProps.builder()
                        .recoveryPeriod(Duration.hours(36))
                        .build())
                .hasMessageContaining("1 day 12 hours; 1 to 35 whole days");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(ProfileTableProps.Builder.class.getMethods())
                        .filter(it -> EncryptedTableProps.Builder.class.isAssignableFrom(it.getReturnType()))
                        .map(it -> it.getName())
                        .distinct())
                .containsExactlyInAnyOrder("encryptionKey", "recoveryPeriod", "destroyable", "stream");
        var props = ProfileTableProps.builder().build();
        assertThat(props.encryptionKey).isNull();
        assertThat(props.recoveryPeriod.toDays()).isEqualTo(35);
        assertThat(props.destroyable).isFalse();
        assertThat(props.stream).isTrue();
    }
}
