package io.cordon.runtime.jobs;

import io.cordon.runtime.platform.AwsCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Marks jobs in the application table, where whoever processes one looks before it counts as done. */
public final class DynamoDbClearance implements Clearance {
    private final DynamoDbClient client;
    private final String table;

    /** Reads this table, and marks in it. */
    public DynamoDbClearance(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Job> find(JobId id, Instant now) {
        return AwsCall.make(
                () -> JobItem.find(client, table, JobItem.key(id), now).map(item -> JobItem.read(id, item)));
    }

    @Override
    public void clear(JobId id) {
        AwsCall.make(() -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(JobItem.key(id))
                        .updateExpression("SET " + JobItem.CLEARED + " = :yes")
                        .conditionExpression("attribute_exists(PK)")
                        .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
            } catch (ConditionalCheckFailedException forgottenMeanwhile) {
                return false;
            }
            return true;
        });
    }
}
