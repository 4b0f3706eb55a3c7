package io.cordon.audit;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TrailWatchTest {
    private static final String CHECK = "Custom::TrailCheck";
    private static final Synthesized ALL = Watches.ALL;

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
    void leavesOnlyTheExcuseOfTheControlPlaneAndNoneInsideAVpc() {
        assertThat(ALL.violations()).filteredOn(it -> it.contains("/Watch/")).isEmpty();
        assertThat(ALL.suppressed())
                .filteredOn(it -> it.contains("Outside/Watch") || it.contains("Inside/Watch"))
                .containsExactlyInAnyOrder(
                        "HIPAA.Security-LambdaInsideVPC Outside/Watch/Check/Function/Resource",
                        "NIST.800.53.R5-LambdaInsideVPC Outside/Watch/Check/Function/Resource");
        assertThat(Watches.functions("Inside").get(0).at("/Properties/VpcConfig/SubnetIds"))
                .isNotEmpty();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
