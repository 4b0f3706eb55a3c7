package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

class CloudTrailTrailsTest {
    private final Trails trails = new CloudTrailTrails(impatient(), LocalAws.TRAIL);

    @BeforeEach
    @AfterEach
    void reset() {
        LocalAws.CLOUD_TRAIL.reset();
    }

    @Test
    void readsHowTheTrailIsSet() {
        LocalAws.CLOUD_TRAIL.trail("S3KeyPrefix", "audit/eu");

        assertThat(trails.trail())
                .isEqualTo(
                        new Trail("clinic", "111122223333", "eu-west-1", LocalAws.TRAIL_BUCKET, LocalAws.ROOT, true));
    }

    @Test
    void takesNothingSaidForNothingDelivered() {
        LocalAws.CLOUD_TRAIL.state("LatestDeliveryError", "");

        assertThat(TrailFault.of(trails.trail(), trails.state(), LocalAws.TRAIL_BUCKET))
                .isEmpty();
    }

    @Test
    void givesUpWhenCloudTrailDoesNotAnswer() {
        LocalAws.CLOUD_TRAIL.slow(Duration.ofSeconds(5));

        assertThatThrownBy(trails::state).isInstanceOf(Unavailable.class).hasMessageContaining("Timeout");
    }

    private static CloudTrailClient impatient() {
        LocalAws.start();
        return CloudTrailClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(limits -> limits.apiCallTimeout(Duration.ofMillis(700)))
                .build();
    }
}
