package io.cordon.audit;

import io.cordon.storage.AuditBucket;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** The locked bucket in which a trail's files end, and the one that records who read them. */
final class TrailArchive {
    private TrailArchive() {}

    static IBucket create(Construct scope, IKey key, HipaaTrailProps props) {
        var readers = props.accessLogs != null ? props.accessLogs : accessLogs(scope, props);
        // Under a bucket key, KMS would see the bucket in the encryption context, and not the trail.
        return new AuditBucket(
                        scope,
                        "Archive",
                        it -> it.encryptionKey(key)
                                .bucketKey(false)
                                .accessLogs(readers)
                                .objectLock(props.objectLock)
                                .retention(props.retention)
                                .removalPolicy(props.removalPolicy))
                .getBucket();
    }

    private static IBucket accessLogs(Construct scope, HipaaTrailProps props) {
        return new AuditBucket(
                        scope, "AccessLogs", it -> it.retention(props.retention).removalPolicy(props.removalPolicy))
                .getBucket();
    }
}
