package io.cordon.runtime.auth;

import static io.cordon.runtime.platform.DynamoDbItem.number;
import static io.cordon.runtime.platform.DynamoDbItem.text;
import static io.cordon.runtime.platform.DynamoDbItem.whole;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.people.PersonId;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.DynamoDbItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Items {@code SESSION#<id>}/{@code SESSION}: {@code person}, {@code secretHash}, {@code generation} (each renewal adds one),
 * {@code createdAt}, {@code renewedAt}, {@code ttl}; {@code endedAt} and {@code ending} once it is over before its time.
 */
final class DynamoDbSessions implements Sessions {
    private final DynamoDbClient client;
    private final String table;

    DynamoDbSessions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void open(Session session, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(key(session.id()));
        item.put("person", fromS(session.person().value()));
        item.put("secretHash", fromS(session.secretHash()));
        item.put("generation", number(1));
        item.put("createdAt", fromS(now.toString()));
        item.put("renewedAt", fromS(now.toString()));
        item.put("ttl", number(session.ends().getEpochSecond()));
        AwsCall.make(() -> client.putItem(put -> put.tableName(table).item(item)));
    }

    @Override
    public Optional<Session> find(String id, Instant now) {
        return AwsCall.make(() -> DynamoDbItem.find(client, table, key(id)))
                .filter(item -> !item.containsKey("endedAt") && whole(item, "ttl") > now.getEpochSecond())
                .map(item -> new Session(
                        id,
                        new PersonId(text(item, "person")),
                        text(item, "secretHash"),
                        Instant.ofEpochSecond(whole(item, "ttl"))));
    }

    @Override
    public boolean rotate(Session session, String nextHash, Instant now) {
        return AwsCall.make(() -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(key(session.id()))
                        .updateExpression("SET secretHash = :next, renewedAt = :now ADD generation :one")
                        .conditionExpression("secretHash = :known AND attribute_not_exists(endedAt)")
                        .expressionAttributeValues(Map.of(
                                ":next", fromS(nextHash),
                                ":known", fromS(session.secretHash()),
                                ":now", fromS(now.toString()),
                                ":one", number(1)))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return true;
            } catch (ConditionalCheckFailedException e) {
                // The SDK repeats a write whose answer was lost: then what refuses it is our own secret.
                return e.hasItem() && fromS(nextHash).equals(e.item().get("secretHash"));
            }
        });
    }

    @Override
    public void end(String id, Ending why, Instant now) {
        AwsCall.make(() -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(key(id))
                        .updateExpression("SET endedAt = :now, ending = :why REMOVE secretHash")
                        .conditionExpression("attribute_exists(PK) AND attribute_not_exists(endedAt)")
                        .expressionAttributeValues(Map.of(":now", fromS(now.toString()), ":why", fromS(why.name()))));
            } catch (ConditionalCheckFailedException over) {
                return false;
            }
            return true;
        });
    }

    private static Map<String, AttributeValue> key(String id) {
        return DynamoDbItem.key("SESSION#" + id, "SESSION");
    }
}
