package io.cordon.runtime.pricing;

import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.provisioning.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Keeps price books in the cost table, for each model: {@code PRICE#<model>}/{@code BOOK#<version>} with the price, which
 * nobody overwrites, and {@code PRICE#<model>}/{@code CURRENT} with the version that counts now.
 */
final class DynamoDbPriceBooks implements PriceBooks {
    /** What one transaction takes. */
    private static final int MOST = 100;

    private static final List<String> NUMBERS =
            List.of(PriceBook.INPUT, PriceBook.OUTPUT, PriceBook.CACHE_READ, PriceBook.CACHE_WRITE);
    /** A book may be written again, but not changed. */
    private static final String NEW_OR_SAME = "attribute_not_exists(PK) OR ("
            + NUMBERS.stream().map(field -> field + " = :" + field).collect(Collectors.joining(" AND ")) + ")";

    private final DynamoDbClient client;
    private final String table;

    DynamoDbPriceBooks(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** All prices before the first pointer: what a pointer names is there. */
    @Override
    public void keep(PriceBook book) {
        List<TransactWriteItem> writes = Stream.concat(
                        book.prices().stream().map(price -> price(book, price)),
                        book.prices().stream().map(price -> current(book, price)))
                .toList();
        for (int from = 0; from < writes.size(); from += MOST) {
            write(book, writes.subList(from, Math.min(from + MOST, writes.size())));
        }
    }

    private void write(PriceBook book, List<TransactWriteItem> writes) {
        AwsCall.make(() -> {
            try {
                return client.transactWriteItems(it -> it.transactItems(writes));
            } catch (TransactionCanceledException e) {
                throw refusal(book, writes, e);
            }
        });
    }

    private static RuntimeException refusal(
            PriceBook book, List<TransactWriteItem> writes, TransactionCanceledException e) {
        List<String> models = new ArrayList<>();
        for (int i = 0; i < e.cancellationReasons().size(); i++) {
            if ("ConditionalCheckFailed".equals(e.cancellationReasons().get(i).code())) {
                models.add(Objects.requireNonNull(writes.get(i).put().item().get("model"))
                        .s());
            }
        }
        return models.isEmpty()
                ? e
                : new Refused(
                        "Version " + book.version() + " has another price already for " + String.join(", ", models)
                                + "; what was charged by it must stay provable; give the new prices a new version.");
    }

    private TransactWriteItem price(PriceBook book, Price price) {
        Map<String, AttributeValue> item = key(price, "BOOK#" + book.version());
        item.put("model", AttributeValue.fromS(price.model()));
        item.put("priceBookVersion", AttributeValue.fromS(book.version()));
        Map<String, AttributeValue> values = new TreeMap<>();
        List<Long> numbers = List.of(price.input(), price.output(), price.cacheRead(), price.cacheWrite());
        for (int i = 0; i < numbers.size(); i++) {
            AttributeValue number = AttributeValue.fromN(numbers.get(i).toString());
            item.put(NUMBERS.get(i), number);
            values.put(":" + NUMBERS.get(i), number);
        }
        return write(Put.builder().item(item).conditionExpression(NEW_OR_SAME).expressionAttributeValues(values));
    }

    private TransactWriteItem current(PriceBook book, Price price) {
        Map<String, AttributeValue> item = key(price, "CURRENT");
        item.put("model", AttributeValue.fromS(price.model()));
        item.put("priceBookVersion", AttributeValue.fromS(book.version()));
        return write(Put.builder().item(item));
    }

    private TransactWriteItem write(Put.Builder put) {
        return TransactWriteItem.builder().put(put.tableName(table).build()).build();
    }

    private static Map<String, AttributeValue> key(Price price, String sort) {
        return new TreeMap<>(Map.of(
                "PK", AttributeValue.fromS("PRICE#" + price.model()),
                "SK", AttributeValue.fromS(sort)));
    }
}
