package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.upload.Admission.Verdict;
import io.cordon.runtime.upload.DynamoDbIntake.Terms;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class ContendedIntakeTest {
    private final String caller = Event.somebody();
    private final Job job =
            new Job(JobId.random(), caller, new Document("text/plain", 1), Instant.now(), Instant.now(), "opened-by");

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void triesAgainWhenTransactionsMeet() {
        Admission admission = intake(3, "TransactionConflict").open(job, Optional.empty());

        assertThat(admission.verdict()).isEqualTo(Verdict.OPENED);
        assertThat(Items.countOf(caller)).isEqualTo(1);
    }

    @Test
    void givesUpInTimeToAnswer() {
        Intake intake = intake(Integer.MAX_VALUE, "TransactionConflict");
        long began = System.nanoTime();

        assertThatThrownBy(() -> intake.open(job, Optional.empty()))
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContaining(caller);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
        assertThat(Items.jobsOf(caller)).isEmpty();
    }

    @Test
    void takesOnlyTheRefusedCountForASpentQuota() {
        assertThat(intake(1, "None").open(job, Optional.empty()).verdict()).isEqualTo(Verdict.OPENED);
        assertThat(intake(1, "ConditionalCheckFailed")
                        .open(job, Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.QUOTA_SPENT);
    }

    /** An intake whose first transactions are cancelled for this reason. */
    private static Intake intake(int cancelled, String reason) {
        AtomicInteger transactions = new AtomicInteger();
        DynamoDbClient client = (DynamoDbClient) Proxy.newProxyInstance(
                ContendedIntakeTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("transactWriteItems") && transactions.getAndIncrement() < cancelled) {
                        throw TransactionCanceledException.builder()
                                .cancellationReasons(CancellationReason.builder()
                                        .code(reason)
                                        .build())
                                .build();
                    }
                    try {
                        return method.invoke(LocalAws.DYNAMODB, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new DynamoDbIntake(client, LocalAws.TABLE, new Terms(100, Duration.ofDays(4)));
    }
}
