package io.cordon.runtime.jobs;

import io.cordon.runtime.platform.AwsCall;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Jobs in the application table; one that was cleared is gone. */
public final class DynamoDbJobs implements Jobs {
    private final DynamoDbClient client;
    private final String table;

    /** Reads this table. */
    public DynamoDbJobs(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Job> find(JobId id, Instant now) {
        return AwsCall.make(() -> JobItem.find(client, table, JobItem.key(id), now)
                .filter(item -> !JobItem.cleared(item))
                .map(item -> JobItem.read(id, item)));
    }
}
