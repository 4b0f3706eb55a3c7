package io.cordon.audit;

import static io.cordon.audit.Trails.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.policies.TrailSignalPolicy;
import io.cordon.policies.TrailSignalPolicy.Records;
import io.cordon.policies.TrailSignalPolicy.TrailSignal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.s3.Bucket;

/** The numbers that a trail's log group gives, and who hears of them. */
class TrailSignalsTest {
    private static final String FILTER = "AWS::Logs::MetricFilter";
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final List<Function<HipaaTrail, Metric>> MANAGEMENT = List.of(
            HipaaTrail::metricRootUse,
            HipaaTrail::metricDeniedCalls,
            HipaaTrail::metricPolicyChanges,
            HipaaTrail::metricTrailChanges,
            HipaaTrail::metricKeyChanges,
            HipaaTrail::metricKeyDeletions,
            HipaaTrail::metricWatchChanges,
            HipaaTrail::metricListenerChanges,
            HipaaTrail::metricFunctionChanges,
            HipaaTrail::metricRouteChanges,
            HipaaTrail::metricFirewallChanges,
            HipaaTrail::metricBucketChanges,
            HipaaTrail::metricBackupChanges,
            HipaaTrail::metricSignInFailures);

    private final Stack stack = new Stack();
    private final HipaaTrail settings =
            new HipaaTrail(stack, "Settings", it -> it.trailName("settings").managementEvents());
    private final HipaaTrail data = new HipaaTrail(
            stack, "Data", it -> it.trailName("data").dataEventsOf(Bucket.fromBucketName(stack, "Scans", "scans")));

    @Test
    void countOnlyWhatTheTrailRecords() {
        assertThat(names("Data", FILTER)).containsExactly("DeniedDataCalls");
        assertThat(names("Account", FILTER))
                .hasSize(TrailSignalPolicy.current().signals().size() * 2 - 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void haveAMetricEach() {
        assertThat(MANAGEMENT).allSatisfy(metric -> {
            var of = metric.apply(settings);
            assertThat(of.getNamespace()).isEqualTo("Cordon/Trail/settings");
            assertThat(of.getStatistic()).isEqualTo("Sum");
            assertThat(of.getPeriod().toMinutes()).isEqualTo(5);
        });
        assertThat(MANAGEMENT)
                .extracting(metric -> metric.apply(settings).getMetricName())
                .containsExactlyInAnyOrderElementsOf(TrailSignalPolicy.current().signals().stream()
                        .filter(signal -> signal.records() == Records.MANAGEMENT)
                        .map(TrailSignal::name)
                        .toList());
        assertThat(data.metricDeniedDataCalls().getNamespace()).isEqualTo("Cordon/Trail/data");
        assertThat(settings.metricRootUse(MetricOptions.builder().label("root").build())
                        .getLabel())
                .isEqualTo("root");
    }

    @Test
    void refuseAMetricThatNothingFeeds() {
        assertThatThrownBy(data::metricRootUse)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RootUse: Default/Data/Signals does not record what it counts");
        assertThatThrownBy(settings::metricDeniedDataCalls).hasMessageContaining("dataEventsOf(stores)");
    }

    @Test
    void alarmATopicAndSayWhatToDo() {
        assertThat(ALL.resources("Account", ALARM)).hasSize(MANAGEMENT.size()).allSatisfy(alarm -> {
            var properties = alarm.path("Properties");
            assertThat(properties.path("AlarmActions")).hasSize(1);
            assertThat(properties.path("AlarmDescription").asText()).endsWith(".");
            assertThat(properties.path("TreatMissingData").asText()).isEqualTo("notBreaching");
            assertThat(properties.path("Threshold").asInt()).isPositive();
            assertThat(properties.path("Period").asInt()).isEqualTo(300);
        });
        assertThat(ALL.resources("Data", ALARM)).isEmpty();
    }

    @Test
    void haveAnAlarmOnNoMetricThatNoFilterMakes() {
        assertThat(names("Account", FILTER))
                .containsAll(ALL.resources("Account", ALARM).stream()
                        .map(it -> it.at("/Properties/MetricName").asText())
                        .map(it -> it.equals("DeniedDataCalls") ? it : "account " + it)
                        .toList());
    }

    private static List<String> names(String stack, String type) {
        return ALL.resources(stack, type).stream()
                .map(it -> it.at("/Properties/MetricTransformations/0"))
                .map(it -> (stack.equals("Account")
                                ? it.path("MetricNamespace").asText().replace("Cordon/Trail/", "") + " "
                                : "")
                        + it.path("MetricName").asText())
                .toList();
    }
}
