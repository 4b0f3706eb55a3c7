package io.cordon.runtime.identity;

import static io.cordon.runtime.platform.DynamoDbItem.number;
import static io.cordon.runtime.platform.DynamoDbItem.text;
import static io.cordon.runtime.platform.DynamoDbItem.whole;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.DynamoDbItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items {@code IDP#<provider>}/{@code KEYS}: {@code keys}, a JWKS, and {@code fetchedAt} in epoch milliseconds. */
public final class DynamoDbKeyShelf implements KeyShelf {
    private final DynamoDbClient client;
    private final String table;

    /** In this table. */
    public DynamoDbKeyShelf(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<StoredKeys> find(Provider provider) {
        return AwsCall.make(() -> DynamoDbItem.find(client, table, key(provider)))
                .map(item -> new StoredKeys(
                        KeySet.read(text(item, "keys")), Instant.ofEpochMilli(whole(item, "fetchedAt"))));
    }

    @Override
    public void replace(Provider provider, Optional<StoredKeys> before, StoredKeys after) {
        Map<String, AttributeValue> item = new HashMap<>(key(provider));
        item.put("keys", fromS(after.keys().text()));
        item.put("fingerprint", fromS(after.keys().fingerprint()));
        item.put("fetchedAt", number(after.fetchedAt().toEpochMilli()));
        AwsCall.make(() -> client.putItem(put -> {
            put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)");
            before.ifPresent(known -> put.conditionExpression("fetchedAt = :known")
                    .expressionAttributeValues(
                            Map.of(":known", number(known.fetchedAt().toEpochMilli()))));
        }));
    }

    private static Map<String, AttributeValue> key(Provider provider) {
        return DynamoDbItem.key("IDP#" + provider.word(), "KEYS");
    }
}
