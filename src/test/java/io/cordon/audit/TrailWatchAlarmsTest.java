package io.cordon.audit;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

class TrailWatchAlarmsTest {
    private static final Synthesized ALL = Watches.ALL;

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
        var watch = Watches.WATCHES.get(0);

        assertThat(List.of(watch.metricTrailVerified(), watch.metricTrailProblems()))
                .allSatisfy(metric -> assertThat(metric.getPeriod().toDays()).isEqualTo(1))
                .extracting(Metric::getMetricName)
                .containsExactly("TrailVerified", "TrailProblems");
        assertThat(Watches.WATCHES.get(1).metricTrailVerified().getNamespace()).isEqualTo("Cordon/Named/Other");
        assertThat(watch.metricTrailProblems(MetricOptions.builder()
                                .period(Duration.hours(1))
                                .build())
                        .getPeriod()
                        .toHours())
                .isEqualTo(1);
        assertThat(texts(Watches.functions("Named"), "/Properties/Environment/Variables/POWERTOOLS_METRICS_NAMESPACE"))
                .containsExactlyInAnyOrder("Theirs", "Cordon/Named/Other");
    }

    private static List<String> texts(List<JsonNode> nodes, String pointer) {
        return nodes.stream().map(it -> it.at(pointer).asText()).toList();
    }
}
