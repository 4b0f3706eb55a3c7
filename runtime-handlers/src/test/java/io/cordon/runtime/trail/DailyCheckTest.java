package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.platform.Unavailable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole function against a chain that is really signed, in a bucket that is really read. */
class DailyCheckTest {
    private final DailyRun run = new DailyRun();
    private final SignedTrail trail = SignedTrail.fresh();

    @Test
    void findsNothingWrongWithAWholeChain() {
        trail.hours(27, 0);

        assertThat(run.findings()).isEmpty();
        assertThat(run.metrics()).containsExactly("TrailVerified");
    }

    @Test
    void followsTheKeyPrefixOfTheTrail() {
        SignedTrail.under(LocalAws.ROOT).hours(27, 0);
        LocalAws.CLOUD_TRAIL.trail("S3KeyPrefix", "audit/eu");

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void acceptsAKeyThatIsRotatedInTheMiddleOfTheChain() {
        trail.hours(27, 12).rotate().hours(11, 0);

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void findsAChainThatBeginsAnew() {
        trail.hours(27, 10).restart().hours(9, 0);

        assertThat(run.findings())
                .containsExactly("Digest " + trail.digest(9)
                        + " begins a new chain; what was delivered before it is not proven.");
    }

    @Test
    void readsBackfilledDigestsToo() {
        String late = trail.hours(27, 0).backfill(6);
        assertThat(run.findings()).isEmpty();
        SignedTrail.delete(late);

        assertThat(run.findings()).containsExactly("Log file " + late + " is missing.");
    }

    @Test
    void expectsNoDigestOfATrailOfTwoHoursAndOneOfAnOlder() {
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(3600).getEpochSecond());
        assertThat(run.findings()).isEmpty();
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(7500).getEpochSecond());

        assertThat(run.findings()).containsExactly("Trail clinic has delivered no digest in 26 hours.");
    }

    @Test
    void beginsTheChainOfANewTrailWithItsFirstDigest() {
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(6 * 3600).getEpochSecond());
        trail.hours(5, 0);

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void findsThatTheTrailStandsOrStoodStill() {
        trail.hours(27, 0);
        LocalAws.CLOUD_TRAIL.state("IsLogging", false);
        assertThat(run.findings())
                .containsExactly("Trail clinic does not record; set IsLogging to true, or start it again.");
        LocalAws.CLOUD_TRAIL.state("IsLogging", true);
        LocalAws.CLOUD_TRAIL.state(
                "StopLoggingTime", Instant.now().minusSeconds(7200).getEpochSecond());

        assertThat(run.findings())
                .singleElement()
                .asString()
                .contains("was stopped at")
                .contains("is not recorded");
    }

    @Test
    void takesARunThatHasNoTimeLeftForAProblem() {
        trail.hours(27, 0);

        assertThat(run.findings(10_000))
                .singleElement()
                .asString()
                .startsWith("The time was over before " + trail.digest(25));
    }

    @Test
    void failsWithoutAVerdictWhenCloudTrailIsNotThere() {
        LocalAws.CLOUD_TRAIL.refuse(9, "ThrottlingException");
        List<String> lines = StandardOut.linesOf(() -> assertThatThrownBy(() -> run.findings())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("ThrottlingException")
                .hasMessageNotContaining("SECRET"));

        assertThat(lines).noneMatch(line -> line.contains("CloudWatchMetrics"));
        assertThat(lines).singleElement().asString().contains("503").doesNotContain("SECRET");
    }
}
