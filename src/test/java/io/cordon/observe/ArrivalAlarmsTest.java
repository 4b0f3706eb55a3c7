package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.observe.monitors.EmittedMetrics;
import io.cordon.observe.monitors.RuleMonitor;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import io.cordon.policies.LimitPolicy;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.Rule;

/** What is told of work that arriving objects start: it waits, it is tried again, it must not be lost. */
final class ArrivalAlarmsTest {
    private static final int SECONDS = WatchedApp.BACKEND.process.getEntry().timeoutSeconds();

    @Test
    void aThrottledEventIsAWaitAndNoFailure() {
        assertThat(WatchedApp.DRAWN.alarms())
                .extracting(it -> it.path("AlarmName").asText())
                .contains("clinic-test-process-waiting", "clinic-test-process-dead-letters")
                .doesNotContain("clinic-test-process-throttles");
        assertThat(alarm("process-waiting").path("MetricName").asText()).isEqualTo("AsyncEventAge");
        assertThat(alarm("process-waiting").path("Statistic").asText()).isEqualTo("Maximum");
    }

    /** Lambda waits one minute, then two, between three tries, and is not exact about it. */
    @Test
    void tellsOfAnEventThatIsOlderThanItsTriesBeforeLambdaGivesItUp() {
        var threshold = alarm("process-waiting").path("Threshold").asLong();

        assertThat(threshold).isGreaterThan((2L * SECONDS + 60 + 120) * 1000);
        assertThat(threshold)
                .isLessThan(LimitPolicy.current().asyncEventAgeMinutes().value() * 60_000L);
        var longest = LimitPolicy.current().longestFunctionSeconds().value();
        assertThat((2L * longest + 180) * 1000)
                .isLessThan(LimitPolicy.current().asyncEventAgeMinutes().value() * 60_000L);
    }

    @Test
    void triesThatFailAreAWarningAndWhatIsLostWakesSomebody() {
        assertThat(actions("process-errors")).contains("TopicsWarning");
        assertThat(alarm("process-errors").path("Threshold").asInt()).isEqualTo(10);
        assertThat(actions("process-dead-letters")).contains("TopicsCritical");
        assertThat(actions("process-lost-events")).contains("TopicsCritical");
        assertThat(alarm("process-lost-events").path("MetricName").asText()).isEqualTo("DeadLetterErrors");
        assertThat(alarm("process-lost-events").path("Dimensions")).hasSize(1);
    }

    @Test
    void aRuleTellsOfWhatItKeepsAndOfWhatItLoses() {
        assertThat(actions("arrivals-dead-letters")).contains("TopicsCritical");
        assertThat(alarm("arrivals-dead-letters").path("Dimensions").toString()).contains("QueueName");
        assertThat(actions("arrivals-lost-events")).contains("TopicsCritical");
        assertThat(alarm("arrivals-lost-events").path("MetricName").asText())
                .isEqualTo("InvocationsFailedToBeSentToDlq");
    }

    @Test
    void anyOtherRuleTellsOfWhatItCouldNotDeliver() {
        var rule = Rule.fromEventRuleArn(
                new Stack(new App(), "Backend"), "Nightly", "arn:aws:events:eu-west-1:111122223333:rule/nightly");

        assertThat(new RuleMonitor(rule).signals()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("nightly-undelivered");
            assertThat(it.severity()).isEqualTo(Severity.CRITICAL);
        });
        assertThat(new RuleMonitor(rule).graphs())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.signals()).extracting(Signal::name).containsExactly("nightly-undelivered"));
    }

    @Test
    void refusesAMetricThatTheManifestDoesNotDeclare() {
        assertThatThrownBy(() -> new EmittedMetrics(WatchedApp.BACKEND.process).sum("DocumentsLost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("DocumentsLost", "process", "DocumentsFailed");
    }

    private static JsonNode alarm(String name) {
        return WatchedApp.DRAWN.alarm("clinic-test-" + name);
    }

    private static String actions(String name) {
        return StreamSupport.stream(alarm(name).path("AlarmActions").spliterator(), false)
                .map(JsonNode::toString)
                .reduce("", String::concat);
    }
}
