package io.cordon.runtime.jobs;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How jobs lie in the application table. */
public final class JobItem {
    /** The mark of a job that its owner has cleared. */
    public static final String CLEARED = "cleared";

    private JobItem() {}

    public static Map<String, AttributeValue> key(JobId id) {
        return key("JOB#" + id.value(), "JOB");
    }

    public static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", fromS(partition), "SK", fromS(sort));
    }

    public static Map<String, AttributeValue> of(Job job, Duration life) {
        Map<String, AttributeValue> item = new HashMap<>(key(job.id()));
        item.put("owner", fromS(job.owner()));
        item.put("contentType", fromS(job.document().contentType()));
        item.put("contentLength", number(job.document().contentLength()));
        item.put("createdAt", fromS(job.createdAt().toString()));
        item.put("uploadUntil", fromS(job.uploadUntil().toString()));
        item.put("correlationId", fromS(job.correlationId()));
        item.put("ttl", seconds(job.uploadUntil().plus(life)));
        return item;
    }

    public static Job read(JobId id, Map<String, AttributeValue> item) {
        Document document = new Document(text(item, "contentType"), whole(item, "contentLength"));
        Instant created = Instant.parse(text(item, "createdAt"));
        return new Job(
                id,
                text(item, "owner"),
                document,
                created,
                Instant.parse(text(item, "uploadUntil")),
                text(item, "correlationId"));
    }

    /** Whether its owner has cleared the job, which then is gone for everybody else. */
    public static boolean cleared(Map<String, AttributeValue> item) {
        return item.containsKey(CLEARED);
    }

    /** Reads consistently; DynamoDB deletes late, so an item past its time is treated as gone. */
    public static Optional<Map<String, AttributeValue>> find(
            DynamoDbClient client, String table, Map<String, AttributeValue> key, Instant now) {
        Map<String, AttributeValue> item = client.getItem(
                        get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty() || whole(item, "ttl") <= now.getEpochSecond() ? Optional.empty() : Optional.of(item);
    }

    public static AttributeValue seconds(Instant time) {
        return number(time.getEpochSecond());
    }

    public static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }

    public static String text(Map<String, AttributeValue> item, String name) {
        return present(item, name).s();
    }

    public static long whole(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(item, name).n());
    }

    private static AttributeValue present(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("An item has no " + name);
        }
        return value;
    }
}
