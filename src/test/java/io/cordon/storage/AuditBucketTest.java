package io.cordon.storage;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.examples.AuditBucketExample;
import io.cordon.testing.CheckedApp;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.ObjectLockMode;

final class AuditBucketTest {
    private static final CheckedApp CHECKED = new CheckedApp();
    private static AuditBucket target;
    private static Template template;

    @BeforeAll
    static void buildATargetAndAnArchive() {
        target = new AuditBucket(CHECKED.stack, "Target", it -> {});
        var key = Key.fromKeyArn(CHECKED.stack, "Key", "arn:aws:kms:eu-west-1:111122223333:key/1");
        new AuditBucket(
                CHECKED.stack,
                "Archive",
                it -> it.encryptionKey(key)
                        .accessLogs(target.getBucket())
                        .retention(Duration.days(2557))
                        .objectLock(ObjectLockMode.COMPLIANCE)
                        .removalPolicy(RemovalPolicy.DESTROY));
        template = CHECKED.template();
    }

    @Test
    void isPrivateVersionedAndKept() {
        template.hasResource("AWS::S3::Bucket", json("""
                { "Properties": {
                    "BucketEncryption": {"ServerSideEncryptionConfiguration": [
                        {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]},
                    "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
                    "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true,
                        "IgnorePublicAcls": true, "RestrictPublicBuckets": true},
                    "VersioningConfiguration": {"Status": "Enabled"},
                    "Tags": [{"Key": "cordon:data-class", "Value": "audit"}] },
                  "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain" }
                """));
    }

    @Test
    void keepsLogsForSixYearsInColderStorageAfterAQuarter() {
        template.hasResourceProperties("AWS::S3::Bucket", json("""
                { "LifecycleConfiguration": {"Rules": [{
                    "Id": "KeepThenExpire", "Status": "Enabled", "ExpirationInDays": 2192,
                    "Transitions": [{"StorageClass": "GLACIER_IR", "TransitionInDays": 90}],
                    "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1} }]} }
                """));
    }

    @Test
    void locksAnArchiveUnderItsKeyForItsWholeRetention() {
        template.hasResource("AWS::S3::Bucket", json("""
                { "Properties": {
                    "BucketEncryption": {"ServerSideEncryptionConfiguration": [{"BucketKeyEnabled": true,
                        "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms",
                            "KMSMasterKeyID": "arn:aws:kms:eu-west-1:111122223333:key/1"}}]},
                    "ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled",
                        "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 2557}}},
                    "LoggingConfiguration": {"LogFilePrefix": "Clinic/Archive/"} },
                  "DeletionPolicy": "Delete" }
                """));
    }

    @Test
    void letsNobodyShortenALifetimeOrWriteOverALog() {
        template.hasResourceProperties("AWS::S3::BucketPolicy", json("""
                { "PolicyDocument": {"Statement": [ {}, {}, {},
                    { "Sid": "LifetimeByDeploymentOnly", "Effect": "Deny", "Action": "s3:PutLifecycleConfiguration" },
                    { "Sid": "OnlyServicesWriteLogs", "Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:PutObject",
                      "Condition": {"Bool": {"aws:PrincipalIsAWSService": "false"}} }, {}, {}, {} ]} }
                """));
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> AuditBucketProps.builder()
                        .retention(Duration.days(365))
                        .objectLock(ObjectLockMode.GOVERNANCE)
                        .removalPolicy(RemovalPolicy.SNAPSHOT)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("retention: 365 days; at least 2192", "objectLock: ", "removalPolicy: ");
        assertThatThrownBy(() -> AuditBucketProps.builder()
                        .encryptionKey(
                                Key.fromKeyArn(CHECKED.stack, "Other", "arn:aws:kms:eu-west-1:111122223333:key/2"))
                        .build())
                .hasMessageContaining("accessLogs: none");
    }

    @Test
    void measuresStorageOnceADay() {
        var metric = CHECKED.stack.resolve(
                target.metricBucketSizeBytes().toMetricConfig().getMetricStat());

        assertThat(metric.toString()).contains("BucketSizeBytes", "StandardStorage", "AWS/S3");
        assertThat(target.metricNumberOfObjects(
                                MetricOptions.builder().label("logs").build())
                        .getLabel())
                .isEqualTo("logs");
    }

    @Test
    void leavesOnlyTheAllowedExceptions() {
        assertThat(CHECKED.violations()).isEmpty();
        assertThat(CHECKED.acknowledged())
                .containsExactly(
                        "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled",
                        "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled",
                        "HIPAA.Security::HIPAA.Security-S3DefaultEncryptionKMS",
                        "NIST.800.53.R5::NIST.800.53.R5-S3BucketReplicationEnabled",
                        "NIST.800.53.R5::NIST.800.53.R5-S3BucketReplicationEnabled",
                        "NIST.800.53.R5::NIST.800.53.R5-S3DefaultEncryptionKMS");
    }

    @Test
    void worksAsTheExampleSays() {
        var example = new AuditBucketExample(new CheckedApp().app, "Example");

        Template.fromStack(example).resourceCountIs("AWS::S3::Bucket", 2);
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(AuditBucketProps.Builder.class.getDeclaredMethods())
                        .filter(it -> it.getReturnType() == AuditBucketProps.Builder.class)
                        .map(it -> it.getName()))
                .containsExactlyInAnyOrder(
                        "encryptionKey", "bucketKey", "accessLogs", "objectLock", "retention", "removalPolicy");
    }
}
