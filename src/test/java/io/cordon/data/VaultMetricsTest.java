package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.observe.monitors.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

class VaultMetricsTest {
    @Test
    void measuresJobsOfThisVaultByTheNamesOfAwsBackup() {
        var vault = new BackupVault(new Stack(), "Backups", it -> {});

        for (var metric : List.of(
                vault.metricBackupJobsCompleted(),
                vault.metricBackupJobsFailed(),
                vault.metricBackupJobsExpired(),
                vault.metricCopyJobsCompleted(),
                vault.metricCopyJobsFailed(),
                vault.metricRestoreJobsCompleted(),
                vault.metricRestoreJobsFailed())) {
            assertThat(metric.getNamespace()).isEqualTo("AWS/Backup");
            assertThat(metric.getMetricName()).startsWith("NumberOf");
            assertThat(metric.getDimensions()).containsOnlyKeys("BackupVaultName");
            assertThat(metric.getStatistic()).isEqualTo("Sum");
        }
    }

    @Test
    void raisesAnAlarmOnEachOfThem() {
        var vault = new BackupVault(new Stack(), "Backups", it -> {});

        for (var metric : List.of(
                vault.metricBackupJobsCompleted(),
                vault.metricBackupJobsFailed(),
                vault.metricBackupJobsExpired(),
                vault.metricCopyJobsCompleted(),
                vault.metricCopyJobsFailed(),
                vault.metricRestoreJobsCompleted(),
                vault.metricRestoreJobsFailed())) {
            assertThat(signal(metric).metric()).isSameAs(metric);
        }
    }

    private static Signal signal(Metric metric) {
        return Signal.of(it -> it.name("backups")
                .metric(metric)
                .atLeast(1)
                .means("A backup failed.")
                .mend("Make one by hand."));
    }

    @Test
    void takesOptions() {
        var vault = new BackupCopyVault(new Stack(), "Copies", it -> it.vaultName("copies"));
        var hour = MetricOptions.builder().period(Duration.hours(1)).build();

        for (var metric : List.of(
                vault.metricBackupJobsCompleted(hour),
                vault.metricBackupJobsFailed(hour),
                vault.metricBackupJobsExpired(hour),
                vault.metricCopyJobsCompleted(hour),
                vault.metricCopyJobsFailed(hour),
                vault.metricRestoreJobsCompleted(hour),
                vault.metricRestoreJobsFailed(hour))) {
            assertThat(metric.getPeriod().toHours()).isEqualTo(1);
        }
    }
}
