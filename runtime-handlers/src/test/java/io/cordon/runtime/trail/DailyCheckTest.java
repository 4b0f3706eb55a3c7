package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.jobs.Unavailable;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.local.StandardOut;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole function against a chain that is really signed, in a bucket that is really read. */
class DailyCheckTest {
    private final Job job = Job.named("trail-check");
    private final SignedTrail trail = SignedTrail.fresh();
    private List<String> lines = List.of();

    @Test
    void findsNothingWrongWithAWholeChain() {
        trail.hours(27, 0);

        assertThat(findings()).isEmpty();
        assertThat(metrics()).containsExactly("TrailVerified");
    }

    @Test
    void followsTheKeyPrefixOfTheTrail() {
        SignedTrail.under(LocalAws.ROOT).hours(27, 0);
        LocalAws.CLOUD_TRAIL.trail("S3KeyPrefix", "audit/eu");

        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptsAKeyThatIsRotatedInTheMiddleOfTheChain() {
        trail.hours(27, 12).rotate().hours(11, 0);

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAKeyThatCloudTrailDoesNotKnow() {
        trail.hours(27, 1).forge().hours(0, 0);

        assertThat(findings())
                .containsExactly("Digest " + trail.digest(0) + " is signed with a key that CloudTrail does not know.");
        assertThat(metrics()).containsExactly("TrailProblems");
    }

    @Test
    void findsALogFileThatWasChanged() {
        trail.hours(27, 0);
        SignedTrail.replace(trail.log(5), SignedTrail.gzip("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThat(findings()).containsExactly("Log file " + trail.log(5) + " was changed.");
    }

    @Test
    void findsALogFileThatIsMissingOrCutOffOrNotCompressed() {
        trail.hours(27, 0);
        SignedTrail.delete(trail.log(7));
        byte[] whole = SignedTrail.bytes(trail.log(6));
        SignedTrail.replace(trail.log(6), Arrays.copyOf(whole, whole.length - 9));
        SignedTrail.replace(trail.log(5), "plain".getBytes(StandardCharsets.UTF_8));

        assertThat(findings())
                .containsExactly(
                        "Log file " + trail.log(7) + " is missing.",
                        "Log file " + trail.log(6) + " cannot be read; it was changed or cut off.",
                        "Log file " + trail.log(5) + " cannot be read; it was changed or cut off.");
        assertThat(metrics()).containsExactly("TrailProblems", "TrailProblems", "TrailProblems");
    }

    @Test
    void findsADigestThatWasChanged() {
        trail.hours(27, 0);
        String text = new String(unzipped(trail.digest(4)), StandardCharsets.UTF_8);
        SignedTrail.replace(
                trail.digest(4), SignedTrail.gzip(text.replace("_now", "_not").getBytes(StandardCharsets.UTF_8)));

        assertThat(findings())
                .containsExactly("Digest " + trail.digest(4) + " has no valid signature; it was changed.");
    }

    @Test
    void findsADigestWithTheSignatureOfAnotherOrNone() {
        trail.hours(27, 0);
        byte[] bytes = SignedTrail.bytes(trail.digest(4));
        SignedTrail.put(trail.digest(4), bytes, Map.of("signature", "00", "signature-algorithm", "SHA256withRSA"));
        SignedTrail.put(trail.digest(3), SignedTrail.bytes(trail.digest(3)), Map.of());

        assertThat(findings())
                .containsExactly(
                        "Digest " + trail.digest(4) + " has no valid signature; it was changed.",
                        "Digest " + trail.digest(3) + " has no valid signature; it was changed.");
    }

    @Test
    void findsADigestThatIsMissingInTheMiddle() {
        trail.hours(27, 0);
        SignedTrail.delete(trail.digest(9));

        assertThat(findings())
                .containsExactly("Digest " + trail.digest(9) + " is missing; " + trail.digest(8) + " names it.");
    }

    @Test
    void findsThatTheNewestDigestsAreMissing() {
        trail.hours(27, 4);

        assertThat(findings()).containsExactly("No digest follows " + trail.digest(4) + "; the next ones are missing.");
    }

    @Test
    void findsADigestThatIsNoneOrWasMoved() {
        trail.hours(27, 0);
        SignedTrail.replace(trail.digest(4), SignedTrail.gzip("[]".getBytes(StandardCharsets.UTF_8)));
        SignedTrail.replace(trail.digest(2), SignedTrail.bytes(trail.digest(8)));

        assertThat(findings())
                .containsExactly(
                        "Digest " + trail.digest(4) + " cannot be read; it was changed or cut off.",
                        "Digest " + trail.digest(2) + " was moved here from another place.");
    }

    @Test
    void findsAChainThatBeginsAnew() {
        trail.hours(27, 10).restart().hours(9, 0);

        assertThat(findings())
                .containsExactly("Digest " + trail.digest(9)
                        + " begins a new chain; what was delivered before it is not proven.");
    }

    @Test
    void readsBackfilledDigestsToo() {
        String late = trail.hours(27, 0).backfill(6);
        assertThat(findings()).isEmpty();
        SignedTrail.delete(late);

        assertThat(findings()).containsExactly("Log file " + late + " is missing.");
    }

    @Test
    void expectsNoDigestOfATrailOfTwoHoursAndOneOfAnOlder() {
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(3600).getEpochSecond());
        assertThat(findings()).isEmpty();
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(7500).getEpochSecond());

        assertThat(findings()).containsExactly("Trail clinic has delivered no digest in 26 hours.");
    }

    @Test
    void beginsTheChainOfANewTrailWithItsFirstDigest() {
        LocalAws.CLOUD_TRAIL.state(
                "StartLoggingTime", Instant.now().minusSeconds(6 * 3600).getEpochSecond());
        trail.hours(5, 0);

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsThatTheTrailStandsOrStoodStill() {
        trail.hours(27, 0);
        LocalAws.CLOUD_TRAIL.state("IsLogging", false);
        assertThat(findings())
                .containsExactly("Trail clinic does not record; set IsLogging to true, or start it again.");
        LocalAws.CLOUD_TRAIL.state("IsLogging", true);
        LocalAws.CLOUD_TRAIL.state(
                "StopLoggingTime", Instant.now().minusSeconds(7200).getEpochSecond());

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("was stopped at")
                .contains("is not recorded");
    }

    @Test
    void takesARunThatHasNoTimeLeftForAProblem() {
        trail.hours(27, 0);

        assertThat(findings(10_000))
                .singleElement()
                .asString()
                .startsWith("The time was over before " + trail.digest(25));
    }

    @Test
    void failsWithoutAVerdictWhenCloudTrailIsNotThere() {
        LocalAws.CLOUD_TRAIL.refuse(9, "ThrottlingException");
        List<String> lines = StandardOut.linesOf(() -> assertThatThrownBy(() -> job.take(Map.of("id", "event-1")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("ThrottlingException")
                .hasMessageNotContaining("SECRET"));

        assertThat(lines).noneMatch(line -> line.contains("CloudWatchMetrics"));
        assertThat(lines).singleElement().asString().contains("503").doesNotContain("SECRET");
    }

    private List<String> findings() {
        return findings(900_000);
    }

    private List<String> findings(int milliseconds) {
        lines = StandardOut.linesOf(() -> job.take(Map.of("id", "event-1", "source", "aws.events"), milliseconds));
        assertThat(lines).noneMatch(line -> line.contains("SECRET"));
        return lines.stream()
                .map(DailyCheckTest::json)
                .filter(line -> line.has("durationMs"))
                .flatMap(line -> line.path("findings").valueStream().map(JsonNode::asText))
                .toList();
    }

    private List<String> metrics() {
        return lines.stream()
                .map(line -> json(line)
                        .at("/_aws/CloudWatchMetrics/0/Metrics/0/Name")
                        .asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static byte[] unzipped(String key) {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(SignedTrail.bytes(key)))) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
