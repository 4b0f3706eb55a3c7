package io.cordon.data;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * What AWS Backup publishes of one vault: how many jobs of a day ended how; sums of 24 hours.
 *
 * <p>AWS counts a copy for the vault that it goes to, so copies out of a vault are seen by the other one's name.
 */
public interface VaultMetrics {
    /** Returns the vault that is measured. */
    IBackupVault getVault();

    /** Backups that were made. None on a day means that nothing was backed up: an alarm reads missing data as bad. */
    default Metric metricBackupJobsCompleted() {
        return jobs("BackupJobsCompleted");
    }

    /** Backups that were made. */
    default Metric metricBackupJobsCompleted(MetricOptions options) {
        return metricBackupJobsCompleted().with(options);
    }

    /** Backups that failed. */
    default Metric metricBackupJobsFailed() {
        return jobs("BackupJobsFailed");
    }

    /** Backups that failed. */
    default Metric metricBackupJobsFailed(MetricOptions options) {
        return metricBackupJobsFailed().with(options);
    }

    /** Backups that did not begin within their window. */
    default Metric metricBackupJobsExpired() {
        return jobs("BackupJobsExpired");
    }

    /** Backups that did not begin within their window. */
    default Metric metricBackupJobsExpired(MetricOptions options) {
        return metricBackupJobsExpired().with(options);
    }

    /** Copies into this vault that were made. */
    default Metric metricCopyJobsCompleted() {
        return jobs("CopyJobsCompleted");
    }

    /** Copies into this vault that were made. */
    default Metric metricCopyJobsCompleted(MetricOptions options) {
        return metricCopyJobsCompleted().with(options);
    }

    /** Copies into this vault that failed. */
    default Metric metricCopyJobsFailed() {
        return jobs("CopyJobsFailed");
    }

    /** Copies into this vault that failed. */
    default Metric metricCopyJobsFailed(MetricOptions options) {
        return metricCopyJobsFailed().with(options);
    }

    /** Restores that succeeded, tests among them. */
    default Metric metricRestoreJobsCompleted() {
        return jobs("RestoreJobsCompleted");
    }

    /** Restores that succeeded, tests among them. */
    default Metric metricRestoreJobsCompleted(MetricOptions options) {
        return metricRestoreJobsCompleted().with(options);
    }

    /** Restores that failed, tests among them. */
    default Metric metricRestoreJobsFailed() {
        return jobs("RestoreJobsFailed");
    }

    /** Restores that failed, tests among them. */
    default Metric metricRestoreJobsFailed(MetricOptions options) {
        return metricRestoreJobsFailed().with(options);
    }

    private Metric jobs(String ended) {
        return Metric.Builder.create()
                .namespace("AWS/Backup")
                .metricName("NumberOf" + ended)
                .dimensionsMap(Map.of("BackupVaultName", getVault().getBackupVaultName()))
                .statistic("Sum")
                .period(Duration.days(1))
                .build();
    }
}
