package io.cordon.runtime.process;

import static io.cordon.runtime.jobs.JobItem.number;
import static io.cordon.runtime.jobs.JobItem.seconds;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.JobItem;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.process.Claim.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Claims on the job's own item: {@code worker}, {@code workUntil} (epoch milliseconds) and {@code tries}. A refused
 * write returns the item that refused it, so no right to read is needed.
 */
final class DynamoDbClaims implements Claims {
    private static final String FREE = "attribute_exists(PK) AND attribute_not_exists(cleared) AND #ttl > :today"
            + " AND (attribute_not_exists(#worker) OR #worker = :me OR workUntil < :now)";
    private static final String OURS = "attribute_not_exists(cleared) AND #worker = :me";

    private final DynamoDbClient client;
    private final String table;

    DynamoDbClaims(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Claim claim(JobId id, Shift shift) {
        return AwsCall.make(() -> {
            try {
                return ours(id, take(id, shift));
            } catch (ConditionalCheckFailedException e) {
                return refused(id, e.item(), shift.now());
            }
        });
    }

    private Map<String, AttributeValue> take(JobId id, Shift shift) {
        return client.updateItem(update -> update.tableName(table)
                        .key(JobItem.key(id))
                        .updateExpression("SET #worker = :me, workUntil = :until ADD tries :one")
                        .conditionExpression(FREE)
                        .expressionAttributeNames(Map.of("#worker", "worker", "#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":me", fromS(shift.worker()),
                                ":until", number(shift.until().toEpochMilli()),
                                ":one", number(1),
                                ":today", seconds(shift.now()),
                                ":now", number(shift.now().toEpochMilli())))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
    }

    private static Claim ours(JobId id, Map<String, AttributeValue> item) {
        return new Claim(Standing.OURS, Optional.of(JobItem.read(id, item)), JobItem.whole(item, "tries"));
    }

    private static Claim refused(JobId id, Map<String, AttributeValue> item, Instant now) {
        Optional<Job> job = item.isEmpty() ? Optional.empty() : Optional.of(JobItem.read(id, item));
        boolean over = item.isEmpty() || JobItem.cleared(item) || JobItem.whole(item, "ttl") <= now.getEpochSecond();
        return new Claim(over ? Standing.GONE : Standing.TAKEN, job, 0);
    }

    /** A claim that is not ours any more was taken over, and the job is still wanted. */
    @Override
    public boolean finish(JobId id, Shift shift) {
        return AwsCall.make(() -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(JobItem.key(id))
                        .updateExpression("REMOVE #worker, workUntil")
                        .conditionExpression(OURS)
                        .expressionAttributeNames(Map.of("#worker", "worker"))
                        .expressionAttributeValues(Map.of(":me", fromS(shift.worker())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return !e.item().isEmpty() && !JobItem.cleared(e.item());
            }
        });
    }
}
