package io.cordon.audit;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

class TrailWatchTest {
    private static final String CHECK = "Custom::TrailCheck";
    private static final List<TrailWatch> WATCHES = new ArrayList<>();
    private static final Synthesized ALL = Synthesized.app(app -> {
        var outside = new WatchStack(app, "Outside");
        WATCHES.add(new TrailWatch(
                outside, "Watch", outside.props().alarmTopic(outside.topic()).build()));
        var inside = new WatchStack(app, "Inside");
        var vpc = inside.vpc();
        var group = inside.group(vpc);
        new TrailWatch(
                inside,
                "Watch",
                inside.props()
                        .network(vpc, group)
                        .after(vpc)
                        .keyPrefix("audit/eu")
                        .build());
        var named = new WatchStack(app, "Named");
        new TrailWatch(
                named,
                "One",
                named.props()
                        .trailArn("arn:aws:cloudtrail:eu-west-1:111122223333:trail/theirs")
                        .reservedConcurrency(2)
                        .metricsNamespace("Theirs")
                        .build());
        WATCHES.add(new TrailWatch(named, "Other", named.props().build()));
    });

    @Test
    void failsADeploymentWhoseTrailDoesNotRecord() {
        ALL.template("Outside").hasResourceProperties(CHECK, json("""
                { "ServiceToken": {"Ref": "WatchCheckLive5E019D84"}, "ServiceTimeout": "1800",
                  "Trail": {"Fn::GetAtt": ["Trail", "Arn"]}, "Bucket": "trail-logs" }
                """));
    }

    @Test
    void checksAgainWhenASettingOfTheTrailChanges() {
        ALL.template("Outside").hasResourceProperties(CHECK, json("""
                { "IsLogging": true, "EnableLogFileValidation": true, "IsMultiRegionTrail": true,
                  "KMSKeyId": {"Fn::GetAtt": ["TrailKey38EB2549", "Arn"]},
                  "CloudWatchLogsLogGroupArn": "arn:aws:logs:eu-west-1:111122223333:log-group:trail:*",
                  "CloudWatchLogsRoleArn": "arn:aws:iam::111122223333:role/trail" }
                """));
    }

    @Test
    void waitsForTheTrailAndForWhatItIsTold() {
        assertThat(texts(ALL.resources("Outside", CHECK).get(0).path("DependsOn")))
                .contains("Trail");
        assertThat(texts(ALL.resources("Inside", CHECK).get(0).path("DependsOn")))
                .contains("Trail")
                .anyMatch(it -> it.startsWith("VpcIsolatedSubnet1RouteTable"));
    }

    @Test
    void checksEveryDayByTheAlias() {
        ALL.template("Outside").hasResourceProperties("AWS::Events::Rule", json("""
                { "ScheduleExpression": "cron(17 3 * * ? *)", "State": "ENABLED",
                  "Targets": [ {"Id": "Target0", "Arn": {"Ref": "WatchCheckLive5E019D84"}} ] }
                """));
        ALL.template("Outside").hasResourceProperties("AWS::Lambda::Permission", json("""
                { "Principal": "events.amazonaws.com", "FunctionName": {"Ref": "WatchCheckLive5E019D84"},
                  "SourceArn": {"Fn::GetAtt": ["WatchDailyCED92744", "Arn"]} }
                """));
    }

    @Test
    void mayAskAboutThisTrailAndReadItsFilesAndNoMore() {
        assertThat(statement("Outside", "CalledTrailTrail")).isEqualTo(node("""
                { "Sid": "CalledTrailTrail", "Effect": "Allow",
                  "Action": ["cloudtrail:GetTrail", "cloudtrail:GetTrailStatus"],
                  "Resource": {"Fn::GetAtt": ["Trail", "Arn"]} }
                """));
        assertThat(statement("Outside", "CalledTrailAny")).isEqualTo(node("""
                { "Sid": "CalledTrailAny", "Effect": "Allow", "Action": "cloudtrail:ListPublicKeys", "Resource": "*" }
                """));
        assertThat(statement("Outside", "CalledTrailLogsObject").toString())
                .contains("s3:GetObject")
                .contains(":s3:::trail-logs/AWSLogs/*");
        assertThat(statement("Outside", "ImpliedTrailLogsKey").toString())
                .contains("kms:Decrypt")
                .contains("kms:ViaService")
                .contains("TrailKey38EB2549");
    }

    @Test
    void readsUnderTheKeyPrefixOnly() {
        assertThat(statement("Inside", "CalledTrailLogsObject").toString())
                .contains(":s3:::trail-logs/audit/eu/AWSLogs/*");
        assertThat(statement("Inside", "CalledTrailLogsBucket").toString())
                .contains("s3:prefix")
                .contains("\"audit/eu/AWSLogs/*\"");
    }

    @Test
    void soundsWhenItFindsSomethingAndWhenItFallsSilent() {
        ALL.template("Outside").hasResourceProperties("AWS::CloudWatch::Alarm", json("""
                { "MetricName": "TrailProblems", "Namespace": "Cordon/Outside/Watch", "Threshold": 1, "Period": 86400,
                  "EvaluationPeriods": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Statistic": "Sum",
                  "TreatMissingData": "notBreaching", "Dimensions": [{"Name": "Service", "Value": "trail-check"}],
                  "AlarmActions": [{"Ref": "Alarms04B5A0BF"}] }
                """));
        ALL.template("Outside").hasResource("AWS::CloudWatch::Alarm", json("""
                { "DependsOn": ["WatchDeploymentA3010548"],
                  "Properties": { "MetricName": "TrailVerified", "Namespace": "Cordon/Outside/Watch", "Threshold": 1,
                    "Period": 43200, "EvaluationPeriods": 3, "ComparisonOperator": "LessThanThreshold",
                    "TreatMissingData": "breaching", "AlarmActions": [{"Ref": "Alarms04B5A0BF"}] } }
                """));
        assertThat(ALL.resources("Inside", "AWS::CloudWatch::Alarm")).isEmpty();
    }

    @Test
    void measuresEachWatchOnItsOwn() {
        var watch = WATCHES.get(0);

        assertThat(List.of(watch.metricTrailVerified(), watch.metricTrailProblems()))
                .allSatisfy(metric -> assertThat(metric.getPeriod().toDays()).isEqualTo(1))
                .extracting(Metric::getMetricName)
                .containsExactly("TrailVerified", "TrailProblems");
        assertThat(WATCHES.get(1).metricTrailVerified().getNamespace()).isEqualTo("Cordon/Named/Other");
        assertThat(watch.metricTrailProblems(MetricOptions.builder()
                                .period(Duration.hours(1))
                                .build())
                        .getPeriod()
                        .toHours())
                .isEqualTo(1);
        assertThat(texts(functions("Named"), "/Properties/Environment/Variables/POWERTOOLS_METRICS_NAMESPACE"))
                .containsExactlyInAnyOrder("Theirs", "Cordon/Named/Other");
    }

    @Test
    void leavesOnlyTheExcuseOfTheControlPlaneAndNoneInsideAVpc() {
        assertThat(ALL.violations()).filteredOn(it -> it.contains("/Watch/")).isEmpty();
        assertThat(ALL.suppressed())
                .filteredOn(it -> it.contains("Watch"))
                .containsExactlyInAnyOrder(
                        "HIPAA.Security-LambdaInsideVPC Outside/Watch/Check/Function/Resource",
                        "NIST.800.53.R5-LambdaInsideVPC Outside/Watch/Check/Function/Resource");
        assertThat(functions("Inside").get(0).at("/Properties/VpcConfig/SubnetIds"))
                .isNotEmpty();
    }

    private static List<JsonNode> functions(String stack) {
        return ALL.resources(stack, "AWS::Lambda::Function").stream()
                .filter(it -> it.toString().contains("trail-check"))
                .toList();
    }

    private static JsonNode statement(String stack, String sid) {
        return ALL.resources(stack, "AWS::IAM::ManagedPolicy").stream()
                .flatMap(it -> it.at("/Properties/PolicyDocument/Statement").valueStream())
                .filter(it -> it.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode node(String text) {
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(json(text));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String pointer) {
        return nodes.stream().map(it -> it.at(pointer).asText()).toList();
    }
}
