package io.cordon.audit;

import static io.cordon.audit.Trails.ALL;
import static io.cordon.audit.Trails.TRAIL;
import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.examples.HipaaTrailExample;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** What a trail records, where, and what must stand before it. */
class HipaaTrailTest {
    private static final String ARN = "trail/clinic-data";

    @Test
    void recordsReadsAndWritesOfTheNamedStoresAndNothingElse() {
        ALL.template("Data").hasResourceProperties(TRAIL, json("""
                { "TrailName": "clinic-data", "IsLogging": true, "EnableLogFileValidation": true,
                  "IsMultiRegionTrail": false, "IncludeGlobalServiceEvents": false,
                  "AdvancedEventSelectors": [
                    {"FieldSelectors": [
                      {"Field": "eventCategory", "Equals": ["Data"]},
                      {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
                      {"Field": "resources.ARN", "StartsWith": [
                        {"Fn::Join": ["", [{"Fn::GetAtt": ["UploadsBucketC4B27CC7", "Arn"]}, "/"]]}]}]},
                    {"FieldSelectors": [
                      {"Field": "eventCategory", "Equals": ["Data"]},
                      {"Field": "resources.type", "Equals": ["AWS::DynamoDB::Table"]},
                      {"Field": "resources.ARN", "Equals": [{"Fn::GetAtt": ["ProfilesTable43079065", "Arn"]}]}]},
                    {"FieldSelectors": [
                      {"Field": "eventCategory", "Equals": ["Data"]},
                      {"Field": "resources.type", "Equals": ["AWS::DynamoDB::Stream"]},
                      {"Field": "resources.ARN", "StartsWith": [
                        {"Fn::Join": ["", [{"Fn::GetAtt": ["ProfilesTable43079065", "Arn"]}, "/stream/"]]}]}]},
                    {"FieldSelectors": [
                      {"Field": "eventCategory", "Equals": ["Data"]},
                      {"Field": "resources.type", "Equals": ["AWS::DynamoDB::Table"]},
                      {"Field": "resources.ARN", "StartsWith": [{"Fn::Join": ["", [
                        "arn:", {"Ref": "AWS::Partition"}, ":dynamodb:", {"Ref": "AWS::Region"}, ":",
                        {"Ref": "AWS::AccountId"}, ":table/awsbackup-restore-test-"]]}]}]}] }
                """));
        assertThat(Trails.trail("Data").path("Properties").has("InsightSelectors"))
                .isFalse();
    }

    @Test
    void recordsSettingsInAllRegionsAndUnusualRates() {
        ALL.template("Account").hasResourceProperties(TRAIL, json("""
                { "IsMultiRegionTrail": true, "IncludeGlobalServiceEvents": true, "IsLogging": true,
                  "EnableLogFileValidation": true,
                  "AdvancedEventSelectors": [{"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]}],
                  "InsightSelectors": [{"InsightType": "ApiCallRateInsight"}, {"InsightType": "ApiErrorRateInsight"}] }
                """));
    }

    @Test
    void waitsForTheBucketPolicyTheLogGroupAndTheRolesPolicy() {
        assertThat(Trails.trail("Data").path("DependsOn"))
                .extracting(JsonNode::asText)
                .anyMatch(it -> it.startsWith("TrailArchiveBucketPolicy"))
                .anyMatch(it -> it.startsWith("TrailLogsGroup"))
                .anyMatch(it -> it.startsWith("TrailLogsPolicy"));
    }

    @Test
    void keepsFilesLockedForSixYearsAndNotUnderABucketKey() {
        ALL.template("Data").hasResource("AWS::S3::Bucket", json("""
                { "Properties": {
                    "BucketEncryption": {"ServerSideEncryptionConfiguration": [{"BucketKeyEnabled": false,
                        "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]},
                    "ObjectLockConfiguration": {"Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 2192}}},
                    "LoggingConfiguration": {"LogFilePrefix": "Data/Trail/Archive/"},
                    "Tags": [{"Key": "cordon:data-class", "Value": "audit"}] },
                  "DeletionPolicy": "Retain" }
                """));
        ALL.template("Data").hasResource("AWS::Logs::LogGroup", json("""
                { "Properties": {"RetentionInDays": 2192, "KmsKeyId": {"Fn::GetAtt": ["KeysAudit0EC237E3", "Arn"]}},
                  "DeletionPolicy": "Retain" }
                """));
    }

    @Test
    void letsTheTrailInByItsNameAlone() {
        var onKeys = Trails.cloudTrail("Data", "AWS::KMS::Key", "/Properties/KeyPolicy");
        assertThat(onKeys)
                .extracting(it -> it.path("Action").asText())
                .containsExactly("kms:GenerateDataKey*", "kms:DescribeKey");
        assertThat(onKeys.get(0)
                        .at("/Condition/StringEquals/kms:EncryptionContext:aws:cloudtrail:arn")
                        .toString())
                .contains(ARN);
        var onBucket = Trails.cloudTrail("Data", "AWS::S3::BucketPolicy", "/Properties/PolicyDocument");
        assertThat(onBucket)
                .extracting(it -> it.path("Action").asText())
                .containsExactly("s3:GetBucketAcl", "s3:PutObject");
        assertThat(onBucket.get(1).at("/Resource").toString()).contains("/AWSLogs/", "AWS::AccountId");
        assertThat(onBucket.get(1).at("/Condition/StringEquals/s3:x-amz-acl").asText())
                .isEqualTo("bucket-owner-full-control");
        assertThat(List.of(onKeys, onBucket))
                .allSatisfy(statements -> assertThat(statements)
                        .allSatisfy(it -> assertThat(it.at("/Condition/StringEquals/aws:SourceArn")
                                        .toString())
                                .contains(ARN)));
    }

    @Test
    void writesItsOwnStreamsOfItsOwnLogGroupByAManagedPolicy() {
        ALL.template("Given").hasResourceProperties("AWS::IAM::ManagedPolicy", json("""
                { "PolicyDocument": {"Statement": [{"Effect": "Allow",
                    "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                    "Resource": {"Fn::Join": ["", ["arn:aws:logs:eu-west-1:111122223333:log-group:",
                        {"Ref": "TrailLogsGroup94A42E7E"},
                        ":log-stream:111122223333_CloudTrail_eu-west-1*"]]}}]} }
                """));
        assertThat(ALL.resources("Given", "AWS::IAM::Policy")).isEmpty();
        assertThat(ALL.resources("Given", "AWS::IAM::Role")).singleElement().satisfies(role -> {
            assertThat(role.path("Properties").has("Policies")).isFalse();
            assertThat(role.at("/Properties/ManagedPolicyArns")).hasSize(1);
        });
    }

    @Test
    void takesAKeyABucketAndAPrefix() {
        ALL.template("Given").hasResourceProperties(TRAIL, json("""
                { "S3BucketName": "org-archive", "S3KeyPrefix": "trails/clinic",
                  "KMSKeyId": {"Fn::GetAtt": ["Theirs1F49785D", "Arn"]} }
                """));
        assertThat(ALL.resources("Given", "AWS::S3::Bucket")).isEmpty();
        assertThat(Trails.cloudTrail("Given", "AWS::KMS::Key", "/Properties/KeyPolicy")
                        .toString())
                .contains("kms:Decrypt");
    }

    @Test
    void takesALockARetentionAndARemovalPolicy() {
        ALL.template("Account").hasResource("AWS::S3::Bucket", json("""
                { "Properties": {"ObjectLockConfiguration":
                    {"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 2557}}}},
                  "DeletionPolicy": "Delete" }
                """));
        ALL.template("Account").hasResource("AWS::Logs::LogGroup", json("""
                { "Properties": {"RetentionInDays": 2557}, "DeletionPolicy": "Delete" }
                """));
    }

    @Test
    void letsAReaderReadAndDecryptItsFilesOnly() {
        var stack = new HipaaTrailExample(new App(), "Data");
        var role = Role.Builder.create(stack, "Auditor")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        trailOf(stack).grantRead(role);

        var policy = Template.fromStack(stack).findResources("AWS::IAM::Policy").toString();
        assertThat(policy)
                .contains("s3:GetObject,", "s3:GetObjectVersion", "s3:prefix", "/AWSLogs/", "kms:Decrypt")
                .doesNotContain("s3:PutObject")
                .doesNotContainPattern("s3:[A-Za-z]*\\*");
    }

    @Test
    void leavesOnlyTheAllowedExceptions() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed())
                .isNotEmpty()
                .allMatch(it -> it.contains("S3BucketReplicationEnabled") || it.contains("S3DefaultEncryptionKMS"));
    }

    private static HipaaTrail trailOf(Stack stack) {
        return StreamSupport.stream(stack.getNode().findAll().spliterator(), false)
                .filter(HipaaTrail.class::isInstance)
                .map(HipaaTrail.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
