package io.cordon.systems.serenya;

import io.cordon.audit.HipaaTrail;
import io.cordon.cost.CostTrackingTable;
import io.cordon.data.BackupCopy;
import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import io.cordon.keys.DataKeys;
import io.cordon.network.IsolatedNetwork;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** What a stage remembers: documents for days, people and costs for years; their backup, and who touched them. */
final class Stores {
    private final Construct scope;
    private final SerenyaSettings settings;
    private final DataKeys keys;
    private final AuditBucket accessLogs;

    final SecureTempBucket uploads;
    final ProfileTable people;
    final CostTrackingTable costs;
    final BackupVault backup;
    final HipaaTrail trail;

    Stores(Construct scope, SerenyaSettings settings, DataKeys keys, IsolatedNetwork network) {
        this.scope = scope;
        this.settings = settings;
        this.keys = keys;
        this.accessLogs = new AuditBucket(scope, "AccessLogs", it -> it.retention(auditDays()));

        this.uploads = uploads(network);
        this.people = new ProfileTable(
                scope,
                "Application",
                it -> it.encryptionKey(keys.getPhi())
                        .destroyable(settings.protection().destroyable()));
        this.costs = new CostTrackingTable(
                scope,
                "Costs",
                it -> it.encryptionKey(keys.getPhi())
                        .destroyable(settings.protection().destroyable()));
        this.backup = backup();
        this.trail = trail();
    }

    private SecureTempBucket uploads(IsolatedNetwork network) {
        return new SecureTempBucket(
                scope,
                "Uploads",
                it -> it.encryptionKey(keys.getPhi())
                        .accessLogs(accessLogs.getBucket())
                        .expiry(Duration.days(settings.uploads().expiryDays()))
                        .longestSignatureAge(Duration.seconds(settings.uploads().urlSeconds()))
                        .endpoints(Objects.requireNonNull(
                                network.getGatewayEndpoints().get("s3")))
                        .allowedOrigins(settings.uploads().origins().toArray(String[]::new))
                        .localhostOrigins(settings.uploads().localOrigins())
                        .destroyable(settings.protection().destroyable()));
    }

    /** Under a key of its own: whoever loses the key of the tables must not lose their backups with it. */
    private BackupVault backup() {
        return new BackupVault(
                scope,
                "Backup",
                it -> it.deleteAfter(Duration.days(settings.retention().backupDays()))
                        .lock(Locks.of(settings).onBackups())
                        .copyTo(BackupCopy.to(settings.placement().recoveryRegion())
                                .vault(SerenyaRecovery.vaultOf(settings)))
                        .tables(List.of(people.getTable(), costs.getTable())));
    }

    private HipaaTrail trail() {
        return new HipaaTrail(
                scope,
                "Trail",
                it -> it.trailName("serenya-" + settings.stage() + "-data")
                        .dataEventsOf(uploads.getBucket())
                        .dataEventsOf(people.getTable(), costs.getTable())
                        .encryptionKey(keys.getAudit())
                        .accessLogs(accessLogs.getBucket())
                        .objectLock(Locks.of(settings).onLogs())
                        .retention(auditDays()));
    }

    private Duration auditDays() {
        return Duration.days(settings.retention().auditDays());
    }
}
