package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.jobs.Clearance;
import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.DynamoDbClearance;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.jobs.S3Outcomes;
import io.cordon.runtime.jobs.S3Remains;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.upload.DynamoDbIntake.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailingAwsTest {
    private static final String MISSING = "no-such-thing";
    private final JobId id = JobId.random();

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void keepsOnlyTheErrorCodeOfAFailedRead() {
        assertUnavailable(
                () -> new DynamoDbJobs(LocalAws.DYNAMODB, MISSING).find(id, Instant.now()),
                "ResourceNotFoundException");
    }

    @Test
    void keepsOnlyTheErrorCodeOfAFailedWrite() {
        Intake intake = new DynamoDbIntake(LocalAws.DYNAMODB, MISSING, new Terms(1, Duration.ofDays(1)));
        Job job = new Job(id, "SECRET", new Document("text/plain", 1), Instant.now(), Instant.now(), "opened-by");

        assertUnavailable(() -> intake.open(job, Optional.empty()), "ResourceNotFoundException");
        assertUnavailable(() -> intake.extend(id, Instant.now()), "ResourceNotFoundException");
    }

    @Test
    void keepsOnlyTheErrorCodeOfAFailedLook() {
        assertUnavailable(() -> new S3Documents(LocalAws.S3, MISSING).of(id), "NoSuchBucket");
    }

    @Test
    void keepsOnlyTheErrorCodeOfAFailedClearance() {
        Clearance clearance = new DynamoDbClearance(LocalAws.DYNAMODB, MISSING);

        assertUnavailable(() -> clearance.find(id, Instant.now()), "ResourceNotFoundException");
        assertUnavailable(() -> clearance.clear(id), "ResourceNotFoundException");
        assertUnavailable(() -> new S3Remains(LocalAws.S3, MISSING).delete(id), "NotImplemented");
        assertUnavailable(() -> new S3Outcomes(LocalAws.S3, MISSING).result(id), "NoSuchBucket");
    }

    private void assertUnavailable(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOf(Unavailable.class)
                .hasNoCause()
                .hasMessageEndingWith(" " + code)
                .hasMessageNotContaining(id.value())
                .hasMessageNotContaining(MISSING)
                .hasMessageNotContaining("SECRET");
    }
}
