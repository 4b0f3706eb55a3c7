package io.cordon.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Operation;

/**
 * What DynamoDB publishes of one table, with the dimensions it really has. DynamoDB publishes nothing when nothing
 * happened: an alarm must read missing data as good. Each covers five minutes.
 */
public interface TableMetrics {
    /** Returns the table that is measured. */
    ITable getTable();

    /** Requests of one operation that were refused for lack of capacity; sum. */
    default Metric metricThrottledRequests(Operation operation) {
        return ofOperation("ThrottledRequests", operation, "Sum");
    }

    /** Requests of one operation that were refused for lack of capacity. */
    default Metric metricThrottledRequests(Operation operation, MetricOptions options) {
        return metricThrottledRequests(operation).with(options);
    }

    /** Requests of one operation that failed inside DynamoDB; sum. */
    default Metric metricSystemErrors(Operation operation) {
        return ofOperation("SystemErrors", operation, "Sum");
    }

    /** Requests of one operation that failed inside DynamoDB. */
    default Metric metricSystemErrors(Operation operation, MetricOptions options) {
        return metricSystemErrors(operation).with(options);
    }

    /** How long one operation took inside DynamoDB, in milliseconds; average. */
    default Metric metricSuccessfulRequestLatency(Operation operation) {
        return ofOperation("SuccessfulRequestLatency", operation, "Average");
    }

    /** How long one operation took inside DynamoDB, in milliseconds. */
    default Metric metricSuccessfulRequestLatency(Operation operation, MetricOptions options) {
        return metricSuccessfulRequestLatency(operation).with(options);
    }

    /** Reads beyond the capacity of the table; sum. */
    default Metric metricReadThrottleEvents() {
        return ofTable("ReadThrottleEvents");
    }

    /** Reads beyond the capacity of the table. */
    default Metric metricReadThrottleEvents(MetricOptions options) {
        return metricReadThrottleEvents().with(options);
    }

    /** Writes beyond the capacity of the table; sum. */
    default Metric metricWriteThrottleEvents() {
        return ofTable("WriteThrottleEvents");
    }

    /** Writes beyond the capacity of the table. */
    default Metric metricWriteThrottleEvents(MetricOptions options) {
        return metricWriteThrottleEvents().with(options);
    }

    /** Read units that were consumed, which is what reads cost; sum. */
    default Metric metricConsumedReadCapacityUnits() {
        return ofTable("ConsumedReadCapacityUnits");
    }

    /** Read units that were consumed, which is what reads cost. */
    default Metric metricConsumedReadCapacityUnits(MetricOptions options) {
        return metricConsumedReadCapacityUnits().with(options);
    }

    /** Write units that were consumed, which is what writes cost; sum. */
    default Metric metricConsumedWriteCapacityUnits() {
        return ofTable("ConsumedWriteCapacityUnits");
    }

    /** Write units that were consumed, which is what writes cost. */
    default Metric metricConsumedWriteCapacityUnits(MetricOptions options) {
        return metricConsumedWriteCapacityUnits().with(options);
    }

    /** Writes whose condition did not hold: duplicates and lost races; sum. */
    default Metric metricConditionalCheckFailedRequests() {
        return ofTable("ConditionalCheckFailedRequests");
    }

    /** Writes whose condition did not hold: duplicates and lost races. */
    default Metric metricConditionalCheckFailedRequests(MetricOptions options) {
        return metricConditionalCheckFailedRequests().with(options);
    }

    /** Requests that met a transaction on the same item; sum. */
    default Metric metricTransactionConflict() {
        return ofTable("TransactionConflict");
    }

    /** Requests that met a transaction on the same item. */
    default Metric metricTransactionConflict(MetricOptions options) {
        return metricTransactionConflict().with(options);
    }

    /** Items that expired and were deleted; sum. */
    default Metric metricTimeToLiveDeletedItemCount() {
        return ofTable("TimeToLiveDeletedItemCount");
    }

    /** Items that expired and were deleted. */
    default Metric metricTimeToLiveDeletedItemCount(MetricOptions options) {
        return metricTimeToLiveDeletedItemCount().with(options);
    }

    /** The most read units a second that this account allows one table; maximum. It has no dimension. */
    default Metric metricAccountMaxTableLevelReads() {
        return ofAccount("AccountMaxTableLevelReads");
    }

    /** The most read units a second that this account allows one table. It has no dimension. */
    default Metric metricAccountMaxTableLevelReads(MetricOptions options) {
        return metricAccountMaxTableLevelReads().with(options);
    }

    /** The most write units a second that this account allows one table; maximum. It has no dimension. */
    default Metric metricAccountMaxTableLevelWrites() {
        return ofAccount("AccountMaxTableLevelWrites");
    }

    /** The most write units a second that this account allows one table. It has no dimension. */
    default Metric metricAccountMaxTableLevelWrites(MetricOptions options) {
        return metricAccountMaxTableLevelWrites().with(options);
    }

    private Metric ofTable(String name) {
        return of(name, Map.of("TableName", getTable().getTableName()), "Sum");
    }

    private Metric ofOperation(String name, Operation operation, String statistic) {
        // GET_ITEM is GetItem in the metric's dimension.
        var apiName = Arrays.stream(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return of(name, new TreeMap<>(Map.of("TableName", getTable().getTableName(), "Operation", apiName)), statistic);
    }

    private static Metric ofAccount(String name) {
        return of(name, Map.of(), "Maximum");
    }

    private static Metric of(String name, Map<String, String> dimensions, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/DynamoDB")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(5))
                .build();
    }
}
