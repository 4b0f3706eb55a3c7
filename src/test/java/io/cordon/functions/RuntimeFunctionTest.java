package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.services.cloudwatch.Metric;

class RuntimeFunctionTest {
    private static final List<RuntimeFunction> FUNCTIONS = new ArrayList<>();
    private static final CloudAssembly ASSEMBLY = assembly();
    private static final JsonNode JSON = FunctionFixture.template(ASSEMBLY, "Subject");
    private static final Template TEMPLATE = Template.fromJSON(FunctionFixture.map(JSON.toString()));

    private static CloudAssembly assembly() {
        var app = FunctionFixture.app();
        var stack = new FunctionFixture(app, "Subject");
        FUNCTIONS.clear();
        FUNCTIONS.add(new RuntimeFunction(stack, "Upload", stack.props().build()));
        FUNCTIONS.add(
                new RuntimeFunction(stack, "IdentityKeys", stack.outsideProps().build()));
        return app.synth();
    }

    @Test
    void runsAsTheManifestSays() {
        has("AWS::Lambda::Function", """
                { "Handler": "io.cordon.runtime.upload.UploadHandler::handleRequest", "Runtime": "java25",
                  "Architectures": ["arm64"], "Description": "Opens a job.", "MemorySize": 1024, "Timeout": 10,
                  "ReservedConcurrentExecutions": 5, "TracingConfig": {"Mode": "Active"},
                  "Tags": [{"Key": "cordon:data-class", "Value": "phi"}] }
                """);
    }

    @Test
    void setsExactlyTheVariablesOfTheManifestUnderTheKey() {
        has("AWS::Lambda::Function", """
                { "Environment": { "Variables": { "APPLICATION_TABLE": "application", "UPLOAD_BUCKET": "uploads",
                    "LARGEST_UPLOAD_BYTES": "10485760", "POWERTOOLS_SERVICE_NAME": "upload" } },
                  "KmsKeyArn": {"Fn::GetAtt": ["Key961B73FD", "Arn"]} }
                """);
    }

    @Test
    void runsInIsolatedSubnets() {
        has("AWS::Lambda::Function", """
                { "VpcConfig": { "SecurityGroupIds": [{"Fn::GetAtt": ["Functions1094A112", "GroupId"]}],
                    "SubnetIds": [{"Ref": "VpcIsolatedSubnet1SubnetE48C5737"},
                                  {"Ref": "VpcIsolatedSubnet2Subnet16364B91"}] } }
                """);
    }

    @Test
    void staysOutsideTheVpcWhereTheManifestSaysInternet() {
        assertThat(FUNCTIONS.get(1).getFunction().getIsBoundToVpc()).isFalse();
        assertThat(JSON.at("/Resources/IdentityKeysRolePolicy09A6A767").toString())
                .contains("PlatformLog")
                .doesNotContain("ec2:");
    }

    @Test
    void startsFromASnapshotOfAVersionThatARollbackFinds() {
        has("AWS::Lambda::Function", """
                { "SnapStart": {"ApplyOn": "PublishedVersions"} }
                """);
        TEMPLATE.allResources("AWS::Lambda::Version", Map.of("DeletionPolicy", "Retain"));
        has("AWS::Lambda::Alias", """
                { "Name": "live" }
                """);
        assertThat(FunctionFixture.file(ASSEMBLY, "Subject.metadata.json").toString())
                .contains("aws:cdk:logicalId")
                .doesNotContain("aws:cdk:warning");
    }

    @Test
    void triesEventsOfTheAliasForAnHour() {
        has("AWS::Lambda::EventInvokeConfig", """
                { "MaximumEventAgeInSeconds": 3600, "MaximumRetryAttempts": 2,
                  "Qualifier": {"Fn::Select": [7, {"Fn::Split": [":", {"Ref": "UploadLiveEAB60A8F"}]}]} }
                """);
    }

    @Test
    void keepsDeadLettersEncryptedForTwoWeeks() {
        has("AWS::Lambda::Function", """
                { "DeadLetterConfig": {"TargetArn": {"Fn::GetAtt": ["UploadDeadLetters1F9854D7", "Arn"]}} }
                """);
        has("AWS::SQS::Queue", """
                { "KmsMasterKeyId": {"Fn::GetAtt": ["Key961B73FD", "Arn"]}, "MessageRetentionPeriod": 1209600,
                  "Tags": [{"Key": "cordon:data-class", "Value": "phi"}] }
                """);
        has("AWS::SQS::QueuePolicy", """
                { "PolicyDocument": {"Statement": [{"Effect": "Deny", "Action": "sqs:*", "Principal": {"AWS": "*"},
                    "Condition": {"Bool": {"aws:SecureTransport": "false"}},
                    "Resource": {"Fn::GetAtt": ["UploadDeadLetters1F9854D7", "Arn"]}}], "Version": "2012-10-17"} }
                """);
    }

    @Test
    void logsEncryptedForAYear() {
        has("AWS::Logs::LogGroup", """
                { "KmsKeyId": {"Fn::GetAtt": ["Key961B73FD", "Arn"]}, "RetentionInDays": 365,
                  "Tags": [{"Key": "cordon:data-class", "Value": "application"}] }
                """);
        has("AWS::Lambda::Function", """
                { "LoggingConfig": { "LogGroup": {"Ref": "UploadLog336D4075"}, "LogFormat": "JSON",
                    "ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO" } }
                """);
        assertThat(JSON.at("/Resources/Key961B73FD/Properties/KeyPolicy/Statement"))
                .hasSize(2);
    }

    @Test
    void measuresTheAlias() {
        var upload = FUNCTIONS.get(0);
        assertThat(List.of(upload.metricErrors(), upload.metricDuration(), upload.metricThrottles()))
                .allSatisfy(metric -> assertThat(metric.getDimensions()).containsOnlyKeys("FunctionName", "Resource"))
                .extracting(Metric::getMetricName)
                .containsExactly("Errors", "Duration", "Throttles");
        assertThat(upload.metricInvocations().getMetricName()).isEqualTo("Invocations");
        assertThat(upload.metricDeadLetters().getDimensions()).containsOnlyKeys("QueueName");
    }

    @Test
    void leavesNoFindingInEitherPack() {
        var reports = FunctionFixture.file(ASSEMBLY, "validation-report.json").get("pluginReports");

        assertThat(reports.findValues("violations"))
                .allSatisfy(found -> assertThat(found).isEmpty());
        assertThat(reports.findValuesAsText("acknowledgedId"))
                .containsExactlyInAnyOrder(
                        "HIPAA.Security::HIPAA.Security-LambdaInsideVPC",
                        "NIST.800.53.R5::NIST.800.53.R5-LambdaInsideVPC");
        assertThat(reports.findValuesAsText("acknowledgedAt")).containsOnly("Subject/IdentityKeys/Function");
    }

    @Test
    void givesTheSameTemplateForTheSameInput() {
        assertThat(FunctionFixture.template(assembly(), "Subject")).isEqualTo(JSON);
    }

    private static void has(String type, String properties) {
        TEMPLATE.hasResourceProperties(type, FunctionFixture.map(properties));
    }
}
