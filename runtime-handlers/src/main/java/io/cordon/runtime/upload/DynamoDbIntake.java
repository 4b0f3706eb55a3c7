package io.cordon.runtime.upload;

import static io.cordon.runtime.jobs.JobItem.number;
import static io.cordon.runtime.jobs.JobItem.seconds;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.JobItem;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.upload.Admission.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Admits jobs to the application table: job, hourly count and idempotency key in one transaction. */
public final class DynamoDbIntake implements Intake {
    /** Long enough for every retry of a client, and shorter than any job lives. */
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private static final int ATTEMPTS = 8;
    /** Leaves the function time to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DynamoDbClient client;
    private final String table;
    private final Terms terms;

    /** How many jobs one caller may open in an hour, and how long a job is remembered after its upload ended. */
    public record Terms(long perHour, Duration life) {}

    /** Writes to this table. */
    public DynamoDbIntake(DynamoDbClient client, String table, Terms terms) {
        this.client = client;
        this.table = table;
        this.terms = terms;
    }

    @Override
    public Admission open(Job job, Optional<RequestKey> key) {
        return AwsCall.make(() -> admit(job, key));
    }

    @Override
    public void extend(JobId id, Instant uploadUntil) {
        AwsCall.make(() -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(JobItem.key(id))
                        .updateExpression("SET uploadUntil = :until, #ttl = :ttl")
                        .conditionExpression("attribute_exists(PK) AND uploadUntil < :until")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":until",
                                        fromS(uploadUntil
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString()),
                                ":ttl", seconds(uploadUntil.plus(terms.life())))));
            } catch (ConditionalCheckFailedException alreadyLater) {
                return false;
            }
            return true;
        });
    }

    private Admission admit(Job job, Optional<RequestKey> key) {
        List<TransactWriteItem> writes = new ArrayList<>(List.of(count(job), job(job)));
        key.ifPresent(k -> writes.add(key(job, k)));
        long began = System.nanoTime();
        boolean spent = false;
        for (int attempt = 0; attempt < ATTEMPTS && System.nanoTime() - began < PATIENCE.toNanos(); attempt++) {
            Optional<Admission> earlier = key.flatMap(k -> earlier(job, k));
            if (earlier.isPresent()) {
                return earlier.get();
            }
            if (spent) {
                return new Admission(Verdict.QUOTA_SPENT, job);
            }
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(writes));
                return new Admission(Verdict.OPENED, job);
            } catch (TransactionCanceledException e) {
                spent = countRefused(e);
                pause(spent ? 0 : attempt);
            }
        }
        throw new Unavailable("too many requests of one caller at once");
    }

    /** The count is the first write of the transaction, and so has the first reason. */
    private static boolean countRefused(TransactionCanceledException e) {
        return e.cancellationReasons().stream()
                .findFirst()
                .map(reason -> "ConditionalCheckFailed".equals(reason.code()))
                .orElse(false);
    }

    /** What an earlier request under the same key has led to. */
    private Optional<Admission> earlier(Job job, RequestKey key) {
        return JobItem.find(client, table, keyOf(job, key), job.createdAt()).map(item -> {
            JobId id = new JobId(JobItem.text(item, "jobId"));
            boolean same = job.document().fingerprint().equals(JobItem.text(item, "fingerprint"));
            return JobItem.find(client, table, JobItem.key(id), job.createdAt())
                    .filter(found -> same && !JobItem.cleared(found))
                    .map(found -> new Admission(Verdict.SAME_AGAIN, JobItem.read(id, found)))
                    .orElse(new Admission(Verdict.KEY_TAKEN, job));
        });
    }

    private TransactWriteItem count(Job job) {
        Instant hour = job.createdAt().truncatedTo(ChronoUnit.HOURS);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(JobItem.key(
                                caller(job), "UPLOADS#" + hour.toString().substring(0, 13)))
                        .updateExpression("SET #ttl = :ttl ADD #count :one")
                        .conditionExpression("attribute_not_exists(#count) OR #count < :most")
                        .expressionAttributeNames(Map.of("#count", "count", "#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":one", number(1),
                                ":most", number(terms.perHour()),
                                ":ttl", seconds(hour.plus(2, ChronoUnit.HOURS)))))
                .build();
    }

    private TransactWriteItem job(Job job) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(JobItem.of(job, terms.life()))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    private TransactWriteItem key(Job job, RequestKey key) {
        Map<String, AttributeValue> item = new HashMap<>(keyOf(job, key));
        item.put("jobId", fromS(job.id().value()));
        item.put("fingerprint", fromS(job.document().fingerprint()));
        item.put("ttl", seconds(job.createdAt().plus(KEY_LIFE)));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(":now", seconds(job.createdAt()))))
                .build();
    }

    private static Map<String, AttributeValue> keyOf(Job job, RequestKey key) {
        return JobItem.key(caller(job), "KEY#" + key.sha256());
    }

    private static String caller(Job job) {
        return "CALLER#" + job.owner();
    }

    /** Transactions of one caller meet at the caller's count: wait a little, at random, a little longer each time. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong((20L << attempt) * 1_000_000L));
    }
}
