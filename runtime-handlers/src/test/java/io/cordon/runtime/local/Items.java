package io.cordon.runtime.local;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table. */
public final class Items {
    private Items() {}

    /** One item; numbers as text, and nothing as an empty text. */
    public record Item(Map<String, AttributeValue> attributes) {
        /** An attribute. */
        public String get(String name) {
            AttributeValue value = attributes.getOrDefault(name, AttributeValue.fromS(""));
            return value.n() == null ? value.s() : value.n();
        }
    }

    /** The items of a caller whose sort key begins so. */
    public static List<Item> ofCaller(String caller, String sort) {
        return all().stream()
                .filter(item -> item.get("PK").equals("CALLER#" + caller))
                .filter(item -> item.get("SK").startsWith(sort))
                .toList();
    }

    /** The jobs of a caller. */
    public static List<Item> jobsOf(String caller) {
        return all().stream().filter(item -> item.get("owner").equals(caller)).toList();
    }

    /** The time of an item has passed, and DynamoDB has not deleted it yet. */
    public static void expire(String partition, String sort) {
        LocalAws.DYNAMODB.updateItem(update -> update.tableName(LocalAws.TABLE)
                .key(Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort)))
                .updateExpression("SET #ttl = :past")
                .expressionAttributeNames(Map.of("#ttl", "ttl"))
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("1"))));
    }

    /** What the caller's counts add up to. */
    public static long countOf(String caller) {
        return ofCaller(caller, "UPLOADS#").stream()
                .mapToLong(item -> Long.parseLong(item.get("count")))
                .sum();
    }

    /** All that lies there. */
    public static List<Item> all() {
        return LocalAws.DYNAMODB.scanPaginator(scan -> scan.tableName(LocalAws.TABLE)).items().stream()
                .map(Item::new)
                .toList();
    }
}
