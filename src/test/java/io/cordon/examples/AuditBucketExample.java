package io.cordon.examples;

import io.cordon.keys.DataKeys;
import io.cordon.storage.AuditBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.ObjectLockMode;
import software.constructs.Construct;

/** An archive that nobody can shorten, and where its readers are recorded. */
public final class AuditBucketExample extends Stack {
    /** Creates the stack. */
    public AuditBucketExample(Construct scope, String id) {
        super(scope, id);
        // example:start
        var keys = new DataKeys(this, "Keys", it -> {});
        var accessLogs = new AuditBucket(this, "AccessLogs", it -> {});

        new AuditBucket(
                this,
                "Archive",
                it -> it.encryptionKey(keys.getAudit())
                        .accessLogs(accessLogs.getBucket())
                        .objectLock(ObjectLockMode.GOVERNANCE));
        // example:end
    }
}
