package io.cordon.runtime.people;

import static io.cordon.runtime.platform.DynamoDbItem.key;
import static io.cordon.runtime.platform.DynamoDbItem.text;

import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.DynamoDbItem;
import io.cordon.runtime.platform.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * People in the application table. That an external id is one person's alone is kept by an item of its own,
 * {@code EXTERNAL#<provider>#<mark>}/{@code USER}: an index could not refuse a second one.
 */
public final class DynamoDbPeople implements People {
    private static final int ATTEMPTS = 6;
    private static final String NOT_THERE = "attribute_not_exists(PK)";

    private final DynamoDbClient client;
    private final String table;

    /** In this table. */
    public DynamoDbPeople(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<PersonId> find(External external) {
        return AwsCall.make(() -> external.partitions().stream()
                .flatMap(partition -> DynamoDbItem.find(client, table, key(partition, "USER")).stream())
                .map(item -> new PersonId(text(item, "person")))
                .findFirst());
    }

    @Override
    public boolean knows(PersonId id) {
        return AwsCall.make(() -> client.getItem(get -> get.tableName(table)
                        .key(DynamoDbPerson.profileKey(id))
                        .projectionExpression("PK")
                        .consistentRead(true))
                .hasItem());
    }

    @Override
    public boolean add(NewPerson person) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(DynamoDbPerson.external(person)));
        // The marks of other keys, so that an id is one person's while keys change too.
        person.external().partitions().stream()
                .skip(1)
                .forEach(partition -> writes.add(isNotThere(key(partition, "USER"))));
        int guards = writes.size();
        Stream.concat(Stream.of(DynamoDbPerson.profile(person)), DynamoDbPerson.consents(person).stream())
                .forEach(item -> writes.add(put(item)));
        return AwsCall.make(() -> written(writes, guards));
    }

    private boolean written(List<TransactWriteItem> writes, int guards) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(writes));
                return true;
            } catch (TransactionCanceledException e) {
                if (isSomebodys(e, guards)) {
                    return false;
                }
                pause(attempt);
            }
        }
        throw new Unavailable("too many requests about one person at once");
    }

    private static boolean isSomebodys(TransactionCanceledException e, int guards) {
        return e.cancellationReasons().stream()
                .limit(guards)
                .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression(NOT_THERE))
                .build();
    }

    private TransactWriteItem isNotThere(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table).key(key).conditionExpression(NOT_THERE))
                .build();
    }

    /** Requests about one person met: wait a little, at random, a little longer each time. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong((20L << attempt) * 1_000_000L));
    }
}
