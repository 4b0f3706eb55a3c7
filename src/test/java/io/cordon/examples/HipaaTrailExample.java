package io.cordon.examples;

import io.cordon.audit.HipaaTrail;
import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import io.cordon.keys.DataKeys;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** A clinic's stores and the trail that records each read and write of them. */
public final class HipaaTrailExample extends Stack {
    /** Creates the stack. */
    public HipaaTrailExample(Construct scope, String id) {
        super(scope, id);
        var keys = new DataKeys(this, "Keys", it -> {});
        var accessLogs = new AuditBucket(this, "AccessLogs", it -> {});
        var uploads = new SecureTempBucket(
                this, "Uploads", it -> it.encryptionKey(keys.getPhi()).accessLogs(accessLogs.getBucket()));
        var profiles = new ProfileTable(this, "Profiles", it -> it.encryptionKey(keys.getPhi()));
        new BackupVault(this, "Backups", it -> it.encryptionKey(keys.getPhi()).tables(List.of(profiles.getTable())));
        // example:start
        new HipaaTrail(
                this,
                "Trail",
                it -> it.trailName("clinic-data")
                        .dataEventsOf(uploads.getBucket())
                        .dataEventsOf(profiles.getTable())
                        .encryptionKey(keys.getAudit())
                        .accessLogs(accessLogs.getBucket()));
        // example:end
    }
}
