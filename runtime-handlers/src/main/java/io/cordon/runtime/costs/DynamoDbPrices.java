package io.cordon.runtime.costs;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.platform.AwsCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Price books in the cost table; what {@code CURRENT} names is written before it and never changes. */
public final class DynamoDbPrices implements Prices {
    /** Prices change a few times a year, and a book says itself by which version a call was charged. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Price price, Instant until) {}

    /** Reads this table. */
    public DynamoDbPrices(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** A missing price is not remembered: somebody may be about to write it. */
    @Override
    public Optional<Price> of(String model) {
        Instant now = clock.instant();
        Known remembered = known.get(model);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.price());
        }
        Optional<Price> price = AwsCall.make(() -> read(model));
        price.ifPresent(found -> known.put(model, new Known(found, now.plus(REMEMBERED))));
        return price;
    }

    private Optional<Price> read(String model) {
        return item(model, "CURRENT")
                .flatMap(current -> item(model, "BOOK#" + text(current, "priceBookVersion")))
                .map(DynamoDbPrices::price);
    }

    /** Read consistently: else a book might not be there yet that CURRENT already names. */
    private Optional<Map<String, AttributeValue>> item(String model, String sort) {
        Map<String, AttributeValue> key = Map.of("PK", fromS("PRICE#" + model), "SK", fromS(sort));
        return Optional.of(client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty());
    }

    private static Price price(Map<String, AttributeValue> book) {
        return new Price(
                text(book, "priceBookVersion"),
                number(book, "inputMicroUsdPerMillionTokens"),
                number(book, "outputMicroUsdPerMillionTokens"),
                number(book, "cacheReadMicroUsdPerMillionTokens"),
                number(book, "cacheWriteMicroUsdPerMillionTokens"));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(item, name).n());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return present(item, name).s();
    }

    private static AttributeValue present(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("A price has no " + name);
        }
        return value;
    }
}
