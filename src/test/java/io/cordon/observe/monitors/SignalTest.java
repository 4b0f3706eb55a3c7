package io.cordon.observe.monitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAttributes;
import software.amazon.awscdk.services.sqs.Queue;

final class SignalTest {
    @Test
    void isAWarningOnOnePeriodForWhichSilenceIsGood() {
        var signal = Signal.of(told(it -> {}));

        assertThat(signal.severity()).isEqualTo(Severity.WARNING);
        assertThat(signal.page()).isEqualTo(Page.OPERATIONS);
        assertThat(signal.periods()).isEqualTo(1);
        assertThat(signal.comparison()).isEqualTo(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
        assertThat(signal.missingData()).isEqualTo(TreatMissingData.NOT_BREACHING);
        assertThat(signal.description()).isEqualTo("It happened. Do this.");
        assertThat(signal.graphs())
                .singleElement()
                .satisfies(graph -> assertThat(graph.unit()).isEqualTo("count"));
    }

    @Test
    void takesWhatItIsTold() {
        var signal = Signal.of(told(it -> it.below(2)
                .heartbeat(true)
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .periods(3)));

        assertThat(signal.threshold()).isEqualTo(2);
        assertThat(signal.comparison()).isEqualTo(ComparisonOperator.LESS_THAN_THRESHOLD);
        assertThat(signal.missingData()).isEqualTo(TreatMissingData.BREACHING);
        assertThat(signal.graphs()).singleElement().satisfies(graph -> {
            assertThat(graph.page()).isEqualTo(Page.SECURITY);
            assertThat(graph.signals()).containsExactly(signal);
        });
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> Signal.of(it -> it.name("Key changes!").periods(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("name: Key changes!", "atLeast: null", "means, mend: ", "metric: none");
        assertThatThrownBy(() -> Signal.of(told(it -> it.atLeast(Double.NaN)))).hasMessageContaining("atLeast: NaN");
        assertThatThrownBy(() -> Signal.of(told(it -> it.means("x".repeat(700)))))
                .hasMessageContaining("means, mend");
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(aws("Errors", "FunctionName")
                                .with(MetricOptions.builder()
                                        .period(Duration.days(1))
                                        .build()))
                        .periods(8))))
                .hasMessageContaining("seven days");
    }

    @Test
    void refusesMetricsThatAwsDoesNotPublish() {
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(aws("Errors", "Function")))))
                .hasMessageContaining("AWS/Lambda Errors [Function]; AWS publishes it with [[FunctionName],");
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(aws("Errors", "FunctionName", "Resource", "User")))))
                .hasMessageContaining("no data");
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(Metric.Builder.create()
                        .namespace("AWS/ApiGatewayV2")
                        .metricName("5xx")
                        .build()))))
                .hasMessageContaining("AWS/ApiGatewayV2 5xx []; policies/metrics.json knows no such metric");
        assertThatThrownBy(() ->
                        KnownMetrics.of("AWS/S3", Map.of("BucketName", "b")).metric("BucketSizeBytes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StorageType");
    }

    @Test
    void looksIntoCalculatedMetricsAndRefusesSearches() {
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(MathExpression.Builder.create()
                        .expression("a + b")
                        .usingMetrics(new TreeMap<>(
                                Map.of("a", aws("Errors", "FunctionName"), "b", aws("Faults", "FunctionName"))))
                        .build()))))
                .hasMessageContaining("AWS/Lambda Faults");
        assertThatThrownBy(() -> Signal.of(told(it -> it.metric(MathExpression.Builder.create()
                        .expression("SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum')")
                        .usingMetrics(Map.of())
                        .build()))))
                .hasMessageContaining("metric: a search");
    }

    @Test
    void callsThingsAfterTheirPlaces() {
        var stack = new Stack(new App(), "Backend");
        assertThat(new QueueMonitor(new Queue(stack, "StoreSync")).title()).isEqualTo("store-sync");
        assertThat(new QueueMonitor("Store sync", new Queue(stack, "Other")).signals())
                .extracting(Signal::name)
                .containsExactly("store-sync-age");
        assertThat(Labels.slug("eu.anthropic.claude-haiku-4-5-20251001-v1:0"))
                .isEqualTo("eu-anthropic-claude-haiku-4-5-20251001-v1-0");
    }

    @Test
    void cannotWatchAnImportedEndpoint() {
        var endpoint = InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(
                new Stack(new App(), "Backend"),
                "Theirs",
                InterfaceVpcEndpointAttributes.builder()
                        .vpcEndpointId("vpce-1")
                        .port(443)
                        .build());
        assertThatThrownBy(() -> new EndpointMonitor(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the endpoint theirs is imported");
    }

    private static Consumer<SignalBuilder> told(Consumer<SignalBuilder> more) {
        return it -> {
            it.name("it-happened")
                    .metric(aws("Errors", "FunctionName"))
                    .atLeast(1)
                    .means("It happened.")
                    .mend("Do this.");
            more.accept(it);
        };
    }

    private static Metric aws(String name, String... dimensions) {
        Map<String, String> values = new TreeMap<>();
        for (var dimension : dimensions) {
            values.put(dimension, "value");
        }
        return Metric.Builder.create()
                .namespace("AWS/Lambda")
                .metricName(name)
                .dimensionsMap(values)
                .build();
    }
}
