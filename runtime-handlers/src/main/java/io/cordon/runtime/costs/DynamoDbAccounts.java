package io.cordon.runtime.costs;

import io.cordon.runtime.platform.Meter;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Accounts in the cost table. */
public final class DynamoDbAccounts {
    private DynamoDbAccounts() {}

    /** Of the calls of this model; each booking lives so long from the time of its call. */
    public static Accounts in(
            DynamoDbClient client, String table, Duration life, String model, Meter meter, Clock clock) {
        return new Accounts(
                new DynamoDbPrices(client, table, clock),
                new DynamoDbLedger(client, table, life, clock),
                meter,
                model,
                clock);
    }
}
