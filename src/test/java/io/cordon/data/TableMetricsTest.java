package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.Operation;

class TableMetricsTest {
    private final ProfileTable table = new ProfileTable(new Stack(), "Profiles", it -> {});

    @Test
    void measuresOperationsByTheNamesOfTheApi() {
        var throttled = table.metricThrottledRequests(Operation.TRANSACT_WRITE_ITEMS);

        assertThat(throttled.getNamespace()).isEqualTo("AWS/DynamoDB");
        assertThat(throttled.getMetricName()).isEqualTo("ThrottledRequests");
        assertThat(throttled.getDimensions())
                .containsOnlyKeys("TableName", "Operation")
                .containsEntry("Operation", "TransactWriteItems");
        assertThat(table.metricSystemErrors(Operation.GET_ITEM).getDimensions()).containsEntry("Operation", "GetItem");
        assertThat(table.metricSuccessfulRequestLatency(Operation.QUERY).getStatistic())
                .isEqualTo("Average");
    }

    @Test
    void measuresTheTableWithoutOperationsAndTheAccountWithoutAnything() {
        for (var metric : List.of(
                table.metricReadThrottleEvents(),
                table.metricWriteThrottleEvents(),
                table.metricConsumedReadCapacityUnits(),
                table.metricConsumedWriteCapacityUnits(),
                table.metricConditionalCheckFailedRequests(),
                table.metricTransactionConflict(),
                table.metricTimeToLiveDeletedItemCount())) {
            assertThat(metric.getDimensions()).containsOnlyKeys("TableName");
            assertThat(metric.getStatistic()).isEqualTo("Sum");
        }
        for (var metric : List.of(table.metricAccountMaxTableLevelReads(), table.metricAccountMaxTableLevelWrites())) {
            assertThat(metric.getDimensions() == null ? Map.of() : metric.getDimensions())
                    .isEmpty();
            assertThat(metric.getStatistic()).isEqualTo("Maximum");
        }
    }

    @Test
    void namesEachMethodAfterItsMetricAndOffersItInTwoForms() throws ReflectiveOperationException {
        var options = MetricOptions.builder().period(Duration.minutes(1)).build();
        for (var method : forms(false)) {
            var metric = (Metric) method.invoke(table, arguments(method));
            assertThat(method.getName()).isEqualTo("metric" + metric.getMetricName());

            var types = Stream.concat(Arrays.stream(method.getParameterTypes()), Stream.of(MetricOptions.class))
                    .toArray(Class<?>[]::new);
            var arguments = Stream.concat(Arrays.stream(arguments(method)), Stream.of(options))
                    .toArray();
            var other = (Metric)
                    TableMetrics.class.getMethod(method.getName(), types).invoke(table, arguments);
            assertThat(other.getPeriod().toMinutes()).isEqualTo(1);
            assertThat(other.getMetricName()).isEqualTo(metric.getMetricName());
        }
        assertThat(forms(true)).hasSameSizeAs(forms(false)).hasSize(12);
    }

    private static List<Method> forms(boolean withOptions) {
        return Arrays.stream(TableMetrics.class.getMethods())
                .filter(it -> it.getName().startsWith("metric"))
                .filter(it -> withOptions == List.of(it.getParameterTypes()).contains(MetricOptions.class))
                .toList();
    }

    private static Object[] arguments(Method method) {
        return method.getParameterCount() == 0 ? new Object[0] : new Object[] {Operation.QUERY};
    }
}
