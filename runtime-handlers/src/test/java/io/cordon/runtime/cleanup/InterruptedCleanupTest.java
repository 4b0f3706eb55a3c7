package io.cordon.runtime.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbClearance;
import io.cordon.runtime.jobs.Remains;
import io.cordon.runtime.jobs.S3Remains;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

class InterruptedCleanupTest {
    private static final Lambda CLEANUP = Lambda.cleanup();

    private final String caller = Event.somebody();
    private final String jobId = Lambda.upload().answer(Event.upload(caller)).jobId();

    @Test
    void marksTheJobBeforeItDeletesAnything() {
        fill();
        Remains unreachable = id -> {
            throw new Unavailable("S3 ServiceUnavailable");
        };

        assertThat(cleanup(unreachable).answer(Event.cleanup(caller, jobId)).status())
                .isEqualTo(503);
        assertThat(Items.jobsOf(caller).get(0).attributes()).containsKey("cleared");
        assertThat(left()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void isFinishedByARepetitionWhereverItBrokeOff(int callsBefore) {
        fill();
        Remains failing = new S3Remains(breaking(callsBefore), LocalAws.BUCKET);

        assertThat(cleanup(failing).answer(Event.cleanup(caller, jobId)).status())
                .isEqualTo(503);
        assertThat(Lambda.status().answer(Event.status(caller, jobId)).status()).isEqualTo(404);
        assertThat(CLEANUP.answer(Event.cleanup(caller, jobId)).status()).isEqualTo(204);
        assertThat(left()).isEmpty();
    }

    /** A document, two versions of a result and a marker: four things to delete, listed by two calls. */
    private void fill() {
        Bucket.put("incoming/" + jobId);
        Bucket.put("outgoing/" + jobId + "/result.json", "old");
        Bucket.put("outgoing/" + jobId + "/result.json", "new");
        Bucket.delete("outgoing/" + jobId + "/result.json");
        assertThat(left()).hasSize(4);
    }

    private List<String> left() {
        return Bucket.versions("").stream()
                .filter(line -> line.contains("ing/" + jobId))
                .toList();
    }

    private static Lambda cleanup(Remains remains) {
        Cleanup cleanup =
                new Cleanup(new DynamoDbClearance(LocalAws.DYNAMODB, LocalAws.TABLE), remains, Clock.systemUTC());
        return Lambda.running("cleanup", new CleanupHandler("cleanup", Origins.of(List.of()), cleanup));
    }

    /** S3, which is out of reach from the n-th call on. */
    private static S3Client breaking(int callsBefore) {
        AtomicInteger calls = new AtomicInteger();
        ExecutionInterceptor cut = new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (calls.getAndIncrement() >= callsBefore) {
                    throw SdkClientException.create("out of reach");
                }
            }
        };
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(cut))
                .build();
    }
}
