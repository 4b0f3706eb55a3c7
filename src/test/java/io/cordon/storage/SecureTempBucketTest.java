package io.cordon.storage;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.DataClass;
import io.cordon.examples.SecureTempBucketExample;
import io.cordon.testing.CheckedApp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;

final class SecureTempBucketTest {
    private static final TempStack DEFAULTS = new TempStack(it -> {});
    private static final Template TEMPLATE = DEFAULTS.checked.template();

    private static void assertBucket(Template template, String expectation) {
        template.hasResource("AWS::S3::Bucket", json(expectation));
    }

    @Test
    void isPrivateVersionedAndKept() {
        assertBucket(TEMPLATE, """
                { "Properties": {
                    "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
                    "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true,
                        "IgnorePublicAcls": true, "RestrictPublicBuckets": true},
                    "VersioningConfiguration": {"Status": "Enabled"},
                    "LoggingConfiguration": {"LogFilePrefix": "Clinic/Temp/"},
                    "Tags": [{"Key": "cordon:data-class", "Value": "phi"}] },
                  "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain" }
                """);
    }

    @Test
    void encryptsUnderItsOwnRotatingKey() {
        assertBucket(TEMPLATE, """
                { "Properties": {"BucketEncryption": {"ServerSideEncryptionConfiguration": [
                    {"BucketKeyEnabled": true, "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}} }
                """);
        TEMPLATE.hasResource("AWS::KMS::Key", json("""
                { "Properties": {"EnableKeyRotation": true, "RotationPeriodInDays": 365, "PendingWindowInDays": 30,
                    "Tags": [{"Key": "cordon:data-class", "Value": "phi"}]},
                  "DeletionPolicy": "Retain" }
                """));
    }

    @Test
    void takesAKeyOfYourOwn() {
        var arn = "arn:aws:kms:eu-west-1:111122223333:key/1";
        var own = new TempStack(it -> it.encryptionKey(Key.fromKeyArn(new Stack(), "Own", arn)));

        own.checked.template().resourceCountIs("AWS::KMS::Key", 0);
        assertBucket(own.checked.template(), """
                { "Properties": {"BucketEncryption": {"ServerSideEncryptionConfiguration": [
                    {"ServerSideEncryptionByDefault": {"KMSMasterKeyID": "%s"}}]}} }
                """.formatted(arn));
    }

    @Test
    void forgetsCurrentAndOldVersionsMarkersAndParts() {
        var week = new TempStack(it -> it.expiry(software.amazon.awscdk.Duration.days(7)));

        assertBucket(TEMPLATE, lifecycle(1));
        assertBucket(week.checked.template(), lifecycle(7));
        assertThat(DEFAULTS.temp.longestPhiLifetime()).isEqualTo(Duration.ofDays(4));
        assertThat(week.temp.longestPhiLifetime()).isEqualTo(Duration.ofDays(10));
    }

    private static String lifecycle(int days) {
        return """
                { "Properties": {"LifecycleConfiguration": {"Rules": [
                    {"Id": "ForgetPhi", "Status": "Enabled", "ExpirationInDays": %d,
                     "NoncurrentVersionExpiration": {"NoncurrentDays": 1},
                     "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1}},
                    {"Id": "ForgetDeleteMarkers", "Status": "Enabled", "ExpiredObjectDeleteMarker": true}]}} }
                """.formatted(days);
    }

    @Test
    void logsAccessWhereYouSay() {
        var own = Bucket.fromBucketName(new Stack(), "Own", "own-logs");
        var named = new TempStack(it -> it.accessLogs(own).accessLogsPrefix("temp/"));

        assertBucket(named.checked.template(), """
                { "Properties": {"LoggingConfiguration": {
                    "DestinationBucketName": "own-logs", "LogFilePrefix": "temp/"}} }
                """);
    }

    @Test
    void sendsEventsWithoutAFunctionOfTheCdk() {
        assertBucket(TEMPLATE, """
                { "Properties": {"NotificationConfiguration": {
                    "EventBridgeConfiguration": {"EventBridgeEnabled": true}}} }
                """);
        TEMPLATE.resourceCountIs("Custom::S3BucketNotifications", 0);
        TEMPLATE.resourceCountIs("Custom::S3AutoDeleteObjects", 0);
        TEMPLATE.resourceCountIs("AWS::Lambda::Function", 0);
    }

    @Test
    void letsNamedPagesUploadAndNothingElse() {
        var web = new TempStack(it -> it.allowedOrigins("https://app.example.com"));

        assertBucket(web.checked.template(), """
                { "Properties": {"CorsConfiguration": {"CorsRules": [
                    {"AllowedMethods": ["PUT"], "AllowedOrigins": ["https://app.example.com"],
                     "AllowedHeaders": ["content-type", "if-none-match"], "MaxAge": 600}]}} }
                """);
        assertThat(TEMPLATE.toJSON().toString()).doesNotContain("CorsConfiguration");
    }

    @Test
    void takesTwoKeysToDelete() {
        var allowed = Map.<String, Object>of(DataClass.ALLOW_DELETION, "true");
        var both = new TempStack(allowed, it -> it.destroyable(true));

        assertThat(new TempStack(it -> it.destroyable(true)).temp.isDestroyable())
                .isFalse();
        assertThat(new TempStack(allowed, it -> {}).temp.isDestroyable()).isFalse();
        assertThat(both.temp.isDestroyable()).isTrue();
        assertBucket(both.checked.template(), """
                { "Properties": {"VersioningConfiguration": {"Status": "Enabled"}}, "DeletionPolicy": "Delete" }
                """);
    }

    @Test
    void leavesOnlyTheAllowedExceptions() {
        assertThat(DEFAULTS.checked.violations()).isEmpty();
        assertThat(DEFAULTS.checked.acknowledged())
                .filteredOn(it -> it.startsWith("HIPAA"))
                .containsExactly(
                        "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled",
                        "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled",
                        "HIPAA.Security::HIPAA.Security-S3DefaultEncryptionKMS");
        assertThat(DEFAULTS.checked.acknowledged()).hasSize(6);
    }

    @Test
    void worksAsTheExampleSays() {
        Template.fromStack(new SecureTempBucketExample(new CheckedApp().app, "Example"))
                .resourceCountIs("AWS::S3::Bucket", 2);
    }
}
