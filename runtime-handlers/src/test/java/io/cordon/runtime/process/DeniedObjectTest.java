package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Outcomes;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.DeniedS3;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S3 says "denied" of what is gone; the list tells it from what is denied. */
class DeniedObjectTest {
    private final JobId id = JobId.random();
    private final String incoming = "incoming/" + id.value();
    private final String result = "outgoing/" + id.value() + "/result.json";
    private final S3Inputs inputs = new S3Inputs(DeniedS3.client(), LocalAws.BUCKET);
    private final S3Outcomes outcomes = new S3Outcomes(DeniedS3.client(), LocalAws.BUCKET);

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void takesADocumentThatIsNotListedForGone() {
        assertThat(inputs.read(arrival("v".repeat(32)), 10)).isEmpty();
    }

    @Test
    void doesNotTakeADocumentThatIsListedForGone() {
        String version = Bucket.put(incoming, "Leukozyten");

        assertThatThrownBy(() -> inputs.read(arrival(version), 10)).isInstanceOf(Unavailable.class);
    }

    @Test
    void takesAnOutcomeThatIsNotListedForGone() {
        assertThat(outcomes.result(id)).isEmpty();
        assertThat(outcomes.failure(id)).isEmpty();
    }

    @Test
    void doesNotTakeAnOutcomeThatIsListedForGone() {
        Bucket.put(result);

        assertThatThrownBy(() -> outcomes.result(id)).isInstanceOf(Unavailable.class);
    }

    @Test
    void discardsWhatItsOwnerClearsMeanwhile() {
        Bucket.put(result);
        S3Shelf shelf = new S3Shelf(DeniedS3.client(() -> Bucket.delete(result)), LocalAws.BUCKET);

        shelf.discard(id);

        assertThat(outcomes.result(id)).isEmpty();
    }

    @Test
    void doesNotTakeAnOutcomeForDiscardedThatIsStillThere() {
        Bucket.put(result);
        S3Shelf shelf = new S3Shelf(DeniedS3.client(), LocalAws.BUCKET);

        assertThatThrownBy(() -> shelf.discard(id)).isInstanceOf(Unavailable.class);
    }

    private Arrival arrival(String version) {
        return new Arrival(id, version, Instant.EPOCH);
    }
}
