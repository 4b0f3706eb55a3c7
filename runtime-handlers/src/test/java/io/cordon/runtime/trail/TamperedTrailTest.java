package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.SignedTrail;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was changed or removed after CloudTrail had signed it. */
class TamperedTrailTest {
    private final DailyRun run = new DailyRun();
    private final SignedTrail trail = SignedTrail.fresh();

    @Test
    void findsAKeyThatCloudTrailDoesNotKnow() {
        trail.hours(27, 1).forge().hours(0, 0);

        assertThat(run.findings())
                .containsExactly("Digest " + trail.digest(0) + " is signed with a key that CloudTrail does not know.");
        assertThat(run.metrics()).containsExactly("TrailProblems");
    }

    @Test
    void findsALogFileThatWasChanged() {
        trail.hours(27, 0);
        SignedTrail.replace(trail.log(5), SignedTrail.gzip("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThat(run.findings()).containsExactly("Log file " + trail.log(5) + " was changed.");
    }

    @Test
    void findsALogFileThatIsMissingOrCutOffOrNotCompressed() {
        trail.hours(27, 0);
        SignedTrail.delete(trail.log(7));
        byte[] whole = SignedTrail.bytes(trail.log(6));
        SignedTrail.replace(trail.log(6), Arrays.copyOf(whole, whole.length - 9));
        SignedTrail.replace(trail.log(5), "plain".getBytes(StandardCharsets.UTF_8));

        assertThat(run.findings())
                .containsExactly(
                        "Log file " + trail.log(7) + " is missing.",
                        "Log file " + trail.log(6) + " cannot be read; it was changed or cut off.",
                        "Log file " + trail.log(5) + " cannot be read; it was changed or cut off.");
        assertThat(run.metrics()).containsExactly("TrailProblems", "TrailProblems", "TrailProblems");
    }

    @Test
    void findsADigestThatWasChanged() {
        trail.hours(27, 0);
        String text = new String(run.unzipped(trail.digest(4)), StandardCharsets.UTF_8);
        SignedTrail.replace(
                trail.digest(4), SignedTrail.gzip(text.replace("_now", "_not").getBytes(StandardCharsets.UTF_8)));

        assertThat(run.findings())
                .containsExactly("Digest " + trail.digest(4) + " has no valid signature; it was changed.");
    }

    @Test
    void findsADigestWithTheSignatureOfAnotherOrNone() {
        trail.hours(27, 0);
        byte[] bytes = SignedTrail.bytes(trail.digest(4));
        SignedTrail.put(trail.digest(4), bytes, Map.of("signature", "00", "signature-algorithm", "SHA256withRSA"));
        SignedTrail.put(trail.digest(3), SignedTrail.bytes(trail.digest(3)), Map.of());

        assertThat(run.findings())
                .containsExactly(
                        "Digest " + trail.digest(4) + " has no valid signature; it was changed.",
                        "Digest " + trail.digest(3) + " has no valid signature; it was changed.");
    }

    @Test
    void findsADigestThatIsMissingInTheMiddle() {
        trail.hours(27, 0);
        SignedTrail.delete(trail.digest(9));

        assertThat(run.findings())
                .containsExactly("Digest " + trail.digest(9) + " is missing; " + trail.digest(8) + " names it.");
    }

    @Test
    void findsADigestThatWasReplacedByAnotherThatIsSigned() {
        trail.hours(27, 0).hours(5, 5);

        assertThat(run.findings())
                .contains("Digest " + trail.digest(4) + " does not continue " + trail.digest(5)
                        + "; one of them was replaced.");
    }

    @Test
    void findsThatTheNewestDigestsAreMissing() {
        trail.hours(27, 4);

        assertThat(run.findings())
                .containsExactly("No digest follows " + trail.digest(4) + "; the next ones are missing.");
    }

    @Test
    void findsADigestThatIsNoneOrWasMoved() {
        trail.hours(27, 0);
        SignedTrail.replace(trail.digest(4), SignedTrail.gzip("[]".getBytes(StandardCharsets.UTF_8)));
        SignedTrail.replace(trail.digest(2), SignedTrail.bytes(trail.digest(8)));

        assertThat(run.findings())
                .containsExactly(
                        "Digest " + trail.digest(4) + " cannot be read; it was changed or cut off.",
                        "Digest " + trail.digest(2) + " was moved here from another place.");
    }
}
