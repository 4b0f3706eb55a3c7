package io.cordon.account;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.policies.TrailSignalPolicy;
import io.cordon.policies.TrailSignalPolicy.Records;
import io.cordon.testing.Synthesized;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Environment;

class CordonAccountTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        new CordonAccount(app, "Account", it -> {});
        new CordonAccount(
                app,
                "Named",
                it -> it.environment(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .terminationProtection(false)
                        .irrevocable(true)
                        .alertEmails(List.of("security@clinic.example", "security@clinic.example"))
                        .tags(Map.of("cordon:stage", "dev")));
        new CordonAccount(app, "SecondRegion", it -> it.managementTrail(false));
        new CordonAccount(app, "Elsewhere", it -> it.managementTrail(false).modelPrivacy(false));
    });

    @Test
    void givesApiGatewayItsLogRole() {
        ALL.template("Account").hasResourceProperties("AWS::ApiGateway::Account", json("""
                { "CloudWatchRoleArn": {"Fn::GetAtt": ["ApiLogRole9A97DE22", "Arn"]} }
                """));
    }

    @Test
    void isTakenByApiGatewayOfThisAccountOnly() {
        ALL.template("Named").hasResourceProperties("AWS::IAM::Role", json("""
                { "AssumeRolePolicyDocument": { "Statement": [ {
                    "Action": "sts:AssumeRole", "Principal": {"Service": "apigateway.amazonaws.com"},
                    "Condition": {"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}} } ] } }
                """));
    }

    @Test
    void writesLogsOfThisAccountAndRegionOnly() {
        ALL.template("Named").hasResourceProperties("AWS::IAM::ManagedPolicy", json("""
                { "PolicyDocument": { "Statement": [ {
                    "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups",
                      "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:PutLogEvents"],
                    "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*" } ] } }
                """));
    }

    @Test
    void usesNoInlineAndNoAwsManagedPolicy() {
        assertThat(ALL.resources("Account", "AWS::IAM::Policy")).isEmpty();
        assertThat(ALL.resources("Account", "AWS::IAM::Role")).hasSize(4).allSatisfy(role -> {
            assertThat(role.at("/Properties/Policies")).isEmpty();
            assertThat(role.toString()).doesNotContain(":iam::aws:");
        });
    }

    @Test
    void leavesWorkingLogsWhenItIsDeleted() {
        for (var type : List.of("AWS::ApiGateway::Account", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy")) {
            assertThat(ALL.resources("Elsewhere", type)).singleElement().satisfies(CordonAccountTest::stays);
        }
    }

    @Test
    void leavesTheTrailRecordingWhenItIsDeleted() {
        for (var type :
                List.of("AWS::CloudTrail::Trail", "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::Logs::LogGroup")) {
            assertThat(ALL.resources("Account", type)).isNotEmpty().allSatisfy(CordonAccountTest::stays);
        }
        var log = ALL.resources("Account", "AWS::CloudTrail::Trail")
                .get(0)
                .at("/Properties/CloudWatchLogsRoleArn/Fn::GetAtt/0")
                .asText();
        stays(ALL.template("Account").findResources("AWS::IAM::Role").get(log));
    }

    private static void stays(@Nullable Object resource) {
        assertThat(String.valueOf(resource)).containsPattern("DeletionPolicy\\W+Retain");
    }

    @Test
    void recordsAllRegionsOnceAndRaisesEverySignalWithSomebody() {
        ALL.template("Account").hasResourceProperties("AWS::CloudTrail::Trail", json("""
                { "TrailName": "cordon-account", "IsMultiRegionTrail": true, "EnableLogFileValidation": true,
                  "InsightSelectors": [{"InsightType": "ApiCallRateInsight"}, {"InsightType": "ApiErrorRateInsight"}] }
                """));
        assertThat(ALL.resources("Account", "AWS::CloudWatch::Alarm"))
                .hasSize(managementSignals() + 2)
                .allSatisfy(alarm -> assertThat(
                                alarm.at("/Properties/AlarmActions/0/Ref").asText())
                        .startsWith("Topics"));
        assertThat(ALL.resources("SecondRegion", "AWS::CloudTrail::Trail")).isEmpty();
        assertThat(ALL.resources("SecondRegion", "AWS::SNS::Topic")).isEmpty();
    }

    private static int managementSignals() {
        return (int) TrailSignalPolicy.current().signals().stream()
                .filter(signal -> signal.records() == Records.MANAGEMENT)
                .count();
    }

    @Test
    void tellsWhomItWasAskedToTellAndLocksAsFirmly() {
        assertThat(ALL.resources("Named", "AWS::SNS::Subscription"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.at("/Properties/Endpoint").asText()).isEqualTo("security@clinic.example"));
        assertThat(ALL.resources("Account", "AWS::SNS::Subscription")).isEmpty();
        assertThat(lock("Named")).isEqualTo("COMPLIANCE");
        assertThat(lock("Account")).isEqualTo("GOVERNANCE");
    }

    private static String lock(String stack) {
        return ALL.resources(stack, "AWS::S3::Bucket").stream()
                .map(it -> it.at("/Properties/ObjectLockConfiguration/Rule/DefaultRetention/Mode"))
                .filter(mode -> !mode.isMissingNode())
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasBedrockLogAndKeepNothingInEachRegion() {
        for (var stack : List.of("Account", "SecondRegion")) {
            ALL.template(stack).hasResourceProperties("Custom::ModelPrivacy", json("""
                    { "InvocationLogging": "off", "DataRetention": "none" }
                    """));
        }
        ALL.template("Elsewhere").resourceCountIs("Custom::ModelPrivacy", 0);
    }

    /** A key costs as much as all else that the function does. */
    @Test
    void takesTheTrailsKeyForItWhereThereIsOne() {
        var trailsKeys = ALL.resources("Account", "AWS::KMS::Key").size();

        assertThat(trailsKeys).isEqualTo(2);
        ALL.template("SecondRegion").resourceCountIs("AWS::KMS::Key", 1);
    }

    @Test
    void isProtectedAndTaggedAsAsked() {
        assertThat(artifact("Account").path("terminationProtection").asBoolean())
                .isTrue();
        assertThat(artifact("Named").path("terminationProtection").asBoolean()).isFalse();
        assertThat(artifact("Named").at("/tags/cordon:stage").asText()).isEqualTo("dev");
    }

    private static JsonNode artifact(String stack) {
        return ALL.manifest().at("/artifacts/" + stack + "/properties");
    }

    @Test
    void passesBothPacksWithTheAllowedExcusesAndNoWarning() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed())
                .filteredOn(it -> it.contains("HIPAA.Security") && it.contains(" Account/"))
                .containsExactlyInAnyOrder(
                        "HIPAA.Security-LambdaInsideVPC Account/ModelPrivacy/Setter/Function/Resource",
                        "HIPAA.Security-LambdaInsideVPC Account/TrailWatch/Check/Function/Resource",
                        "HIPAA.Security-S3BucketReplicationEnabled Account/Trail/AccessLogs/Bucket/Resource",
                        "HIPAA.Security-S3BucketReplicationEnabled Account/Trail/Archive/Bucket/Resource",
                        "HIPAA.Security-S3DefaultEncryptionKMS Account/Trail/AccessLogs/Bucket/Resource");
        assertThat(ALL.warnings()).isEmpty();
    }

    @Test
    void refusesTagsOfAws() {
        assertThatThrownBy(() -> CordonAccountProps.builder()
                        .tags(Map.of("aws:x", "1", "y", "v".repeat(257)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tags: aws:x;")
                .hasMessageContaining("tags: y;");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(CordonAccountProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactlyInAnyOrder(
                        "environment",
                        "terminationProtection",
                        "managementTrail",
                        "modelPrivacy",
                        "irrevocable",
                        "alertEmails",
                        "tags");
        var props = CordonAccountProps.builder().build();
        assertThat(props.environment).isNull();
        assertThat(props.terminationProtection).isTrue();
        assertThat(props.tags).isEmpty();
        assertThat(props.managementTrail).isTrue();
        assertThat(props.modelPrivacy).isTrue();
        assertThat(props.irrevocable).isFalse();
        assertThat(props.alertEmails).isEmpty();
    }
}
