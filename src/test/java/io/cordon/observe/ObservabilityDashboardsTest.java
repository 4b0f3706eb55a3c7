package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.observe.monitors.MetricIdentity;
import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.Severity;
import io.cordon.policies.MetricPolicy;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** The whole of a small system, watched from a stack of its own. */
final class ObservabilityDashboardsTest {
    @Test
    void drawsAndAlarmsOnMetricsThatExistOnly() {
        var known = MetricPolicy.current().groups().stream()
                .flatMap(group -> group.metrics().stream()
                        .flatMap(metric -> group.dimensions().stream()
                                .map(set -> new MetricIdentity(group.namespace(), metric.name(), set))))
                .collect(Collectors.toSet());
        Stream.of(WatchedApp.BACKEND.upload, WatchedApp.BACKEND.process)
                .flatMap(function -> function.getEntry().metrics().stream())
                .forEach(metric -> metric.dimensions()
                        .forEach(set -> known.add(new MetricIdentity("Clinic/test", metric.name(), set))));

        assertThat(WatchedApp.DRAWN.metrics())
                .hasSizeGreaterThan(60)
                .allSatisfy(metric -> assertThat(known).contains(metric));
        assertThat(WatchedApp.DRAWN.metrics())
                .extracting(MetricIdentity::namespace)
                .contains(
                        "AWS/Lambda",
                        "AWS/DynamoDB",
                        "AWS/ApiGateway",
                        "AWS/S3",
                        "AWS/SQS",
                        "AWS/Events",
                        "AWS/PrivateLinkEndpoints",
                        "AWS/Bedrock",
                        "AWS/WAFV2",
                        "Clinic/test");
    }

    @Test
    void tellsTheTopicOfItsSeverityWhatHappenedAndWhatToDo() {
        assertThat(WatchedApp.DRAWN.alarms())
                .hasSize(WatchedApp.WATCHED.getAlarms().size())
                .allSatisfy(alarm -> {
                    assertThat(alarm.path("AlarmActions")).hasSize(1);
                    assertThat(alarm.path("AlarmName").asText()).startsWith("clinic-test-");
                    assertThat(alarm.path("AlarmDescription").asText())
                            .endsWith(" Runbook: https://clinic.example/runbook")
                            .hasSizeLessThan(1024);
                    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
                });
        assertThat(WatchedApp.DRAWN.alarms())
                .extracting(it -> it.path("AlarmName").asText())
                .doesNotHaveDuplicates();
        assertThat(WatchedApp.DRAWN
                        .alarm("clinic-test-upload-errors")
                        .path("AlarmActions")
                        .toString())
                .contains("TopicsCritical");
        assertThat(WatchedApp.DRAWN.alarm("clinic-test-upload-errors").path("OKActions"))
                .hasSize(1);
        assertThat(WatchedApp.DRAWN.alarm("clinic-test-upload-duration").path("OKActions"))
                .isEmpty();
    }

    @Test
    void derivesThresholdsFromWhatItWatches() {
        var duration = WatchedApp.DRAWN.alarm("clinic-test-upload-duration");
        assertThat(duration.path("Threshold").asDouble())
                .isEqualTo(0.8 * 1000 * WatchedApp.BACKEND.upload.getEntry().timeoutSeconds());
        assertThat(duration.path("ExtendedStatistic").asText()).isEqualTo("p99");
        assertThat(WatchedApp.DRAWN
                        .alarm("clinic-test-upload-concurrency")
                        .path("Threshold")
                        .asInt())
                .isEqualTo(16);
        assertThat(WatchedApp.DRAWN
                        .alarm("clinic-test-upload-dead-letters")
                        .path("Threshold")
                        .asInt())
                .isEqualTo(1);
        assertThat(WatchedApp.DRAWN.alarms())
                .noneMatch(it -> it.path("AlarmName").asText().equals("clinic-test-status-concurrency"));
    }

    @Test
    void readsOtherStacksWithoutHoldingThem() {
        assertThat(WatchedApp.CHECKED.template().toJSON().toString()).doesNotContain("Fn::ImportValue");
        assertThat(Template.fromStack(WatchedApp.BACKEND).toJSON().toString())
                .doesNotContain("AWS::CloudWatch", "Export");
        assertThat(WatchedApp.CHECKED.stack.getDependencies())
                .extracting(it -> it.getStackName())
                .containsExactly("Backend");
    }

    @Test
    void givesBackWhatItMade() {
        assertThat(WatchedApp.WATCHED.getTopics().getTopics()).containsOnlyKeys(Severity.values());
        assertThat(WatchedApp.WATCHED.getDashboards()).containsOnlyKeys(Page.values());
        WatchedApp.CHECKED.template().resourceCountIs("AWS::CloudWatch::Dashboard", 3);
        WatchedApp.CHECKED.template().resourceCountIs("AWS::Lambda::Function", 0);
    }

    @Test
    void leavesNoFindingAndRunsAsTheExampleSays() {
        assertThat(WatchedApp.EXAMPLE.getNode().tryFindChild("Observability")).isNotNull();
        assertThat(WatchedApp.CHECKED.violations()).isEmpty();
        assertThat(WatchedApp.CHECKED.acknowledged()).noneMatch(it -> it.contains("CloudWatch") || it.contains("SNS"));
    }

    @Test
    void everyPropIsStated() {
        assertThat(Arrays.stream(ObservabilityDashboardsProps.Builder.class.getDeclaredMethods())
                        .filter(it -> Modifier.isPublic(it.getModifiers()))
                        .map(it -> it.getName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "system", "stage", "watch", "watchModel", "watchWebAcl", "topics", "runbook", "build");
    }
}
