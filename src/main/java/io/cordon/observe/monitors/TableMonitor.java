package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.ITable;

/** A DynamoDB table: what it reads and writes, what it refuses, how long it takes. */
public final class TableMonitor implements Monitor {
    /** The operations whose latency is drawn; DynamoDB publishes it for each alone. */
    private static final List<String> OPERATIONS =
            List.of("GetItem", "PutItem", "Query", "TransactWriteItems", "UpdateItem");

    private final String title;
    private final ITable table;
    private final KnownMetrics metrics;
    private final Signal reads;
    private final Signal writes;

    /** Watches {@code table} under the name of its place in the app. */
    public TableMonitor(ITable table) {
        this(Labels.of(table), table);
    }

    /** Watches {@code table} as {@code title}. */
    public TableMonitor(String title, ITable table) {
        this.title = title;
        this.table = table;
        this.metrics = KnownMetrics.of("AWS/DynamoDB", Map.of("TableName", table.getTableName()));
        this.reads = throttles("ReadThrottleEvents", "read");
        this.writes = throttles("WriteThrottleEvents", "write");
    }

    @Override
    public String kind() {
        return "Tables";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(
                new Graph(
                        Page.OPERATIONS,
                        "capacity",
                        "units in 5 minutes",
                        List.of(
                                metrics.metric("ConsumedReadCapacityUnits"),
                                metrics.metric("ConsumedWriteCapacityUnits"))),
                new Graph(
                        Page.OPERATIONS,
                        "throttled",
                        "events",
                        List.of(reads.metric(), writes.metric()),
                        List.of(reads)),
                new Graph(
                        Page.OPERATIONS,
                        "latency",
                        "milliseconds",
                        OPERATIONS.stream().map(this::latency).toList()));
    }

    @Override
    public List<Signal> signals() {
        return List.of(reads, writes);
    }

    private Signal throttles(String metric, String what) {
        return Signal.of(it -> it.name(Labels.slug(title) + "-" + what + "-throttles")
                .metric(metrics.metric(metric))
                .atLeast(ThresholdPolicy.current().tableThrottles().value())
                .severity(Severity.CRITICAL)
                .unit("events")
                .means("The table " + title + " refuses to " + what + ": requests exceed what it can take.")
                .mend("Look for one hot partition key or a sudden load; slow the caller or warm the table."));
    }

    private Metric latency(String operation) {
        return KnownMetrics.of(
                        "AWS/DynamoDB",
                        new TreeMap<>(Map.of("TableName", table.getTableName(), "Operation", operation)))
                .metric("SuccessfulRequestLatency")
                .with(MetricOptions.builder().label(operation).build());
    }
}
