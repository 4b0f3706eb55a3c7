package io.cordon.runtime.costs;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.platform.AwsCall;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Bookings in the cost table. An open one names owner and model alone: without {@code userId} the monthly index does not
 * hold it. A settled one has {@code settledAt}, and whoever settles writes on condition that it has none, so that what a
 * call cost is written once, whoever repeats it.
 */
public final class DynamoDbLedger implements Ledger {
    private static final DateTimeFormatter INSTANT = utc("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter MONTH = utc("yyyy-MM");

    private final DynamoDbClient client;
    private final String table;
    private final Duration life;
    private final Clock clock;

    /** Writes to this table; a booking lives so long from the time of its call. */
    public DynamoDbLedger(DynamoDbClient client, String table, Duration life, Clock clock) {
        this.client = client;
        this.table = table;
        this.life = life;
        this.clock = clock;
    }

    /** A repeated write finds what the first one wrote: ids are random, so nobody else's booking can be there. */
    @Override
    public void open(Call call) {
        AwsCall.make(() -> put(item(call), "attribute_not_exists(PK)"));
    }

    @Override
    public boolean settle(Bill bill) {
        Map<String, AttributeValue> item = item(bill.call());
        item.put("settledAt", fromS(INSTANT.format(clock.instant())));
        item.put("userId", fromS(bill.call().owner()));
        item.put("month", fromS(MONTH.format(bill.call().at())));
        item.put("documentType", fromS(bill.kind().name().toLowerCase(Locale.ROOT)));
        item.put("processingTimeMs", number(bill.milliseconds()));
        item.put("inputTokens", number(bill.usage().input()));
        item.put("outputTokens", number(bill.usage().output()));
        item.put("cacheReadTokens", number(bill.usage().cacheRead()));
        item.put("cacheWriteTokens", number(bill.usage().cacheWrite()));
        bill.charge().ifPresent(charge -> {
            item.put("totalMicroUsd", number(charge.microUsd()));
            item.put("priceBookVersion", fromS(charge.book()));
        });
        return AwsCall.make(() -> put(item, "attribute_exists(PK) AND attribute_not_exists(settledAt)"));
    }

    private boolean put(Map<String, AttributeValue> item, String condition) {
        try {
            client.putItem(put -> put.tableName(table).item(item).conditionExpression(condition));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> item(Call call) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", fromS("USER#" + call.owner()));
        item.put("SK", fromS("CALL#" + INSTANT.format(call.at()) + "#" + call.id()));
        item.put("provider", fromS("bedrock"));
        item.put("modelId", fromS(call.model()));
        item.put("ttl", number(call.at().plus(life).getEpochSecond()));
        return item;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
