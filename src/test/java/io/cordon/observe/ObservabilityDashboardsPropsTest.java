package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.observe.monitors.Monitor;
import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.QueueMonitor;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.sqs.Queue;

/** What it refuses, and what it does in an app that is not ours. */
final class ObservabilityDashboardsPropsTest {
    private final App app = new App();
    private final Stack backend = new Stack(app, "Backend");
    private final Stack stack = new Stack(app, "Observability");

    @Test
    void namesEveryProblemAtOnce() {
        var queue = new Queue(backend, "Work");
        var topics = new AlarmTopics(stack, "Topics", it -> it.only(Severity.CRITICAL));

        assertThatThrownBy(() -> ObservabilityDashboardsProps.builder()
                        .system("My Clinic")
                        .watch(queue, queue)
                        .topics(topics)
                        .runbook("http://clinic.example/?a=](x)")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "system: 'My Clinic'",
                        "stage: ''",
                        "two alarms are called work-age",
                        "topics: none for PERFORMANCE",
                        "runbook: http://clinic.example");
        assertThatThrownBy(() -> ObservabilityDashboardsProps.builder()
                        .system("clinic")
                        .stage("dev")
                        .build())
                .hasMessageContaining("watch: nothing");
    }

    @Test
    void refusesAMetricThatNothingInTheAppPublishes() {
        publish("Denied", Map.of());

        assertThatThrownBy(() -> new ObservabilityDashboards(
                        stack, "Observability", it -> named(it).watch(denied("Denied", "EventSource"))))
                .hasMessageContaining("metric: Clinic/Trail Denied [EventSource]; no metric filter of this app");
    }

    @Test
    void takesAMetricFilterOfAnyStackWhoseDimensionsAreTheSame() {
        publish("Denied", Map.of());
        publish("Failed", Map.of("EventSource", "$.eventSource"));
        new ObservabilityDashboards(
                stack, "Observability", it -> named(it).watch(denied("Denied"), denied("Failed", "EventSource")));

        assertThat(app.synth().getStacks()).hasSize(2);
    }

    @Test
    void watchesInAnyAccountAndMoreThanOnceInAStack() {
        var table = Table.fromTableName(backend, "Theirs", "profiles");
        var dead = new QueueMonitor("Dead letters", new Queue(backend, "Dead"));
        new ObservabilityDashboards(stack, "One", it -> named(it).watch(table).watch(dead));
        var topics = new AlarmTopics(stack, "Topics", it -> it.only(Severity.CRITICAL));
        new ObservabilityDashboards(
                stack,
                "Two",
                it -> it.system("clinic").stage("test").topics(topics).watch(table));

        var drawn = new Drawn(stack);
        assertThat(drawn.alarms())
                .extracting(it -> it.path("AlarmName").asText())
                .containsExactlyInAnyOrder(
                        "clinic-dev-theirs-read-throttles",
                        "clinic-dev-theirs-write-throttles",
                        "clinic-dev-dead-letters-age",
                        "clinic-test-theirs-read-throttles",
                        "clinic-test-theirs-write-throttles");
        Template.fromStack(stack).resourceCountIs("AWS::SNS::Topic", 6);
        assertThat(drawn.dashboard("clinic-dev-executive").at("/widgets")).hasSize(2);
    }

    @Test
    void showsMoreThanAHundredAlarms() {
        var many = IntStream.range(0, 101)
                .mapToObj(i -> signal("Denied", "denied-" + i))
                .toArray(Monitor[]::new);
        publish("Denied", Map.of());
        new ObservabilityDashboards(stack, "Observability", it -> named(it).watch(many));

        assertThat(new Drawn(stack).dashboard("clinic-dev-security").path("widgets"))
                .filteredOn(widget -> widget.path("type").asText().equals("alarm"))
                .extracting(widget -> widget.at("/properties/alarms").size())
                .containsExactly(100, 1);
    }

    private void publish(String metric, Map<String, String> dimensions) {
        MetricFilter.Builder.create(backend, metric)
                .logGroup(new LogGroup(backend, metric + "Log"))
                .filterPattern(FilterPattern.exists("$.errorCode"))
                .metricNamespace("Clinic/Trail")
                .metricName(metric)
                .dimensions(dimensions.isEmpty() ? null : dimensions)
                .build();
    }

    private static ObservabilityDashboardsProps.Builder named(ObservabilityDashboardsProps.Builder dashboards) {
        return dashboards.system("clinic").stage("dev");
    }

    private static Signal denied(String metric, String... dimensions) {
        return signal(metric, metric.toLowerCase(Locale.ROOT), dimensions);
    }

    private static Signal signal(String metric, String name, String... dimensions) {
        Map<String, String> values = new TreeMap<>();
        List.of(dimensions).forEach(it -> values.put(it, "kms.amazonaws.com"));
        return Signal.of(it -> it.name(name)
                .metric(Metric.Builder.create()
                        .namespace("Clinic/Trail")
                        .metricName(metric)
                        .dimensionsMap(values)
                        .build())
                .atLeast(1)
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .means("Calls are denied.")
                .mend("Look who called."));
    }
}
