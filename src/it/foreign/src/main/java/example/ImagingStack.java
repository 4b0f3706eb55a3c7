package example;

import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.DataClass;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.cloudtrail.S3EventSelector;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Scans wait in a bucket for a month; a queue says which are to be read, a table which machine may send them. */
final class ImagingStack extends Stack {
    private final Key key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();

    ImagingStack(Construct scope, String id) {
        super(scope, id);
        var logs = logs();
        var scans = scans(logs);
        toRead();
        backUp(machines());
        record(scans, logs);
    }

    private Bucket scans(Bucket logs) {
        var scans = Bucket.Builder.create(this, "Scans")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(true)
                .serverAccessLogsBucket(logs)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(30))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build()))
                .build();
        DataClass.of(scans).phi();
        excused(scans)
                .compensatedBy("The machines keep each scan until somebody has read it.")
                .hipaa("S3BucketReplicationEnabled", "A copy elsewhere would outlive the month after which scans are deleted.");
        return scans;
    }

    private void toRead() {
        DataClass.of(Queue.Builder.create(this, "ToRead")
                        .encryption(QueueEncryption.KMS)
                        .encryptionMasterKey(key)
                        .enforceSsl(true)
                        .build())
                .phi();
    }

    private Table machines() {
        var machines = Table.Builder.create(this, "Machines")
                .partitionKey(Attribute.builder()
                        .name("machine")
                        .type(AttributeType.STRING)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(true)
                .build();
        DataClass.of(machines).application();
        return machines;
    }

    private void backUp(Table machines) {
        var vault = BackupVault.Builder.create(this, "Vault").encryptionKey(key).build();
        DataClass.of(vault).application();
        BackupPlan.Builder.create(this, "Backup")
                .backupPlanRules(List.of(BackupPlanRule.daily(vault)))
                .build()
                .addSelection("Machines", BackupSelectionOptions.builder()
                        .resources(List.of(BackupResource.fromDynamoDbTable(machines)))
                        .build());
    }

    private Bucket logs() {
        var logs = Bucket.Builder.create(this, "Logs")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(true)
                .build();
        DataClass.of(logs).audit();
        excused(logs)
                .hipaa("S3DefaultEncryptionKMS", "S3 documents the delivery of access logs to buckets under its own key only.")
                .hipaa("S3BucketReplicationEnabled", "These logs tell who read a scan, and scans live in this region for a month only.");
        return logs;
    }

    private static Acknowledge excused(Construct construct) {
        return Acknowledge.on(construct).ownedBy("Head of imaging").until(LocalDate.parse("2028-11-30"));
    }

    /** Without it the synth fails: nobody would know who read the scans. */
    private void record(Bucket scans, Bucket logs) {
        key.grantEncryptDecrypt(new ServicePrincipal("logs.amazonaws.com"));
        key.grant(new ServicePrincipal("cloudtrail.amazonaws.com"), "kms:DescribeKey", "kms:GenerateDataKey*");
        var lines = LogGroup.Builder.create(this, "Lines")
                .encryptionKey(key)
                .retention(RetentionDays.SIX_YEARS)
                .build();
        DataClass.of(lines).audit();
        Trail.Builder.create(this, "Trail")
                .bucket(logs)
                .encryptionKey(key)
                .sendToCloudWatchLogs(true)
                .cloudWatchLogGroup(lines)
                .build()
                .addS3EventSelector(List.of(S3EventSelector.builder().bucket(scans).build()));
    }
}
