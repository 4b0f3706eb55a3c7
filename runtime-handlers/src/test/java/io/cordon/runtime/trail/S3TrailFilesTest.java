package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.DeniedS3;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.platform.Unavailable;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3TrailFilesTest {
    @BeforeAll
    static void start() {
        LocalAws.start();
        SignedTrail.put("AWSLogs/there", new byte[] {1}, Map.of());
    }

    @Test
    void takesADeniedFileThatIsNotListedForMissing() throws Exception {
        assertThat(denied().read("AWSLogs/gone", (in, metadata) -> 1)).isEmpty();
    }

    @Test
    void doesNotTakeADeniedFileThatIsListedForMissing() {
        assertThatThrownBy(() -> denied().read("AWSLogs/there", (in, metadata) -> 1))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void readsAFileAsItIs() throws Exception {
        assertThat(new S3TrailFiles(LocalAws.S3, LocalAws.TRAIL_BUCKET)
                        .read("AWSLogs/there", (in, metadata) -> in.readAllBytes()))
                .hasValue(new byte[] {1});
    }

    /** S3, as it answers to a role that may list under conditions only. */
    private static S3TrailFiles denied() {
        return new S3TrailFiles(DeniedS3.client(), LocalAws.TRAIL_BUCKET);
    }
}
