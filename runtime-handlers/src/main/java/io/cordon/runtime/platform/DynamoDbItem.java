package io.cordon.runtime.platform;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How any item lies in the application table: {@code PK}, {@code SK}, and texts and whole numbers beside them. */
public final class DynamoDbItem {
    private DynamoDbItem() {}

    public static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", fromS(partition), "SK", fromS(sort));
    }

    public static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }

    /** Reads consistently. */
    public static Optional<Map<String, AttributeValue>> find(
            DynamoDbClient client, String table, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = client.getItem(
                        get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    public static String text(Map<String, AttributeValue> item, String name) {
        return present(name, present(name, item.get(name)).s());
    }

    public static long whole(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(name, present(name, item.get(name)).n()));
    }

    public static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
        return present(name, item.get(name)).m();
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("An item has no " + name);
        }
        return value;
    }
}
