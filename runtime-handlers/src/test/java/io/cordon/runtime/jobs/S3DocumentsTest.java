package io.cordon.runtime.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.jobs.Documents.Trace;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.LocalAws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3DocumentsTest {
    private final JobId id = JobId.random();

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void neverLosesAJobThatCompletesWhileItLooks(int looksBefore) {
        Bucket.put("incoming/" + id.value());

        Trace trace = new S3Documents(completing(looksBefore), LocalAws.BUCKET).of(id);

        assertThat(trace).isIn(Trace.DOCUMENT, Trace.RESULT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void neverTakesAFinishedJobForOneThatWasNeverUploaded(int looksBefore) {
        Bucket.put("incoming/" + id.value());
        Bucket.put("outgoing/" + id.value() + "/result.json");

        assertThat(new S3Documents(completing(looksBefore), LocalAws.BUCKET).of(id))
                .isEqualTo(Trace.RESULT);
    }

    /** S3, where the job completes (its outcome is written, then its document deleted) before the n-th look. */
    private S3Client completing(int looksBefore) {
        AtomicInteger looks = new AtomicInteger();
        return (S3Client) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (looks.getAndIncrement() == looksBefore) {
                        Bucket.put("outgoing/" + id.value() + "/result.json");
                        Bucket.delete("incoming/" + id.value());
                    }
                    try {
                        return method.invoke(LocalAws.S3, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
