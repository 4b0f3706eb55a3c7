package io.cordon.data;

import io.cordon.compliance.DataClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Operation;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * One table for all that is known of a person, encrypted with a key of yours and restorable to any second.
 *
 * <p>Items are found by {@code PK} and {@code SK} and expire by {@code ttl}. DynamoDB deletes expired items within days,
 * not at once: readers must compare {@code ttl} themselves. It is a {@code Table}, since rule packs do not see a
 * {@code TableV2}.
 */
public final class ProfileTable extends Construct {
    /** The attribute that holds when an item expires, in seconds since 1970. */
    public static final String TIME_TO_LIVE = "ttl";

    private final IKey key;
    private final Table table;

    /** Makes a table from what {@code props} sets. */
    public ProfileTable(Construct scope, String id, Consumer<ProfileTableProps.Builder> props) {
        this(scope, id, built(props));
    }

    /** Makes a table from {@code props}. */
    public ProfileTable(Construct scope, String id, ProfileTableProps props) {
        super(scope, id);

        this.key = props.encryptionKey != null ? props.encryptionKey : rotatingKey();
        this.table = table(props);
        DataClass.of(this).phi();
    }

    /** Returns the table; its grants include the key. */
    public ITable getTable() {
        return table;
    }

    /** Returns the key that encrypts the table. */
    public IKey getKey() {
        return key;
    }

    /** Requests of one operation that were refused for lack of capacity; sum of five minutes. */
    public Metric metricThrottledRequests(Operation operation) {
        return metricThrottledRequests(operation, MetricOptions.builder().build());
    }

    /** Requests of one operation that were refused for lack of capacity. AWS publishes none when there are none. */
    public Metric metricThrottledRequests(Operation operation, MetricOptions options) {
        return table.metricThrottledRequestsForOperation(apiName(operation), options);
    }

    /** Reads beyond the capacity of the table; sum of five minutes. */
    public Metric metricReadThrottleEvents() {
        return metricReadThrottleEvents(MetricOptions.builder().build());
    }

    /** Reads beyond the capacity of the table. */
    public Metric metricReadThrottleEvents(MetricOptions options) {
        return metric("ReadThrottleEvents").with(options);
    }

    /** Writes beyond the capacity of the table; sum of five minutes. */
    public Metric metricWriteThrottleEvents() {
        return metricWriteThrottleEvents(MetricOptions.builder().build());
    }

    /** Writes beyond the capacity of the table. */
    public Metric metricWriteThrottleEvents(MetricOptions options) {
        return metric("WriteThrottleEvents").with(options);
    }

    private Metric metric(String name) {
        return table.metric(name, MetricOptions.builder().statistic("Sum").build());
    }

    private Key rotatingKey() {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the table " + getNode().getPath())
                .enableKeyRotation(true)
                .build();
    }

    private Table table(ProfileTableProps props) {
        var mayGo = DataClass.mayDelete(this, props.destroyable);
        return Table.Builder.create(this, "Table")
                .partitionKey(text("PK"))
                .sortKey(text("SK"))
                .timeToLiveAttribute(TIME_TO_LIVE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .recoveryPeriodInDays(props.recoveryPeriod.toDays())
                        .build())
                .deletionProtection(!mayGo)
                .removalPolicy(mayGo ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN)
                .build();
    }

    /** {@code GET_ITEM} is {@code GetItem} in the metric's dimension. */
    private static String apiName(Operation operation) {
        return Arrays.stream(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private static ProfileTableProps built(Consumer<ProfileTableProps.Builder> props) {
        var builder = ProfileTableProps.builder();
        props.accept(builder);
        return builder.build();
    }
}
