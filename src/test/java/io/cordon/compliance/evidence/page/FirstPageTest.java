package io.cordon.compliance.evidence.page;

import static io.cordon.compliance.evidence.page.SomeFacts.HIPAA;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an auditor signs. */
class FirstPageTest {
    @Test
    void saysWhatItIsWhatItIsNotAndWhatItWasMadeFrom() {
        assertThat(Html.of(PageExhibitTest.full().done()).front())
                .contains(
                        "judged as of 2026-11-20",
                        "only an auditor can state of an organisation",
                        "S not fixed eu-west-1 2",
                        "HIPAA.Security: 4 rules, 3 of which found a resource to look at",
                        "cordon 0.1.0",
                        "commit abc123 , work tree changed",
                        "Name Role Date Signature");
    }

    @Test
    void saysPassAndWhatThatDoesNotCover() {
        var facts = new SomeFacts()
                .resource("S/A", "T")
                .row("(none)", "S/A", Compliance.NOT_EVALUATED, "no rule of these packs knows T", "");

        assertThat(Html.of(facts.done()).front())
                .contains(
                        "PASS No finding stands unexcused",
                        "1 row was not evaluated; the result says nothing of them",
                        "no rule of these packs knows the type of the resource 1 1",
                        "Resources with a verdict 0 of 1")
                .doesNotContain("FAIL");
    }

    @Test
    void saysFailAndHowManyFindingsStand() {
        var facts = new SomeFacts()
                .finding(HIPAA + "R", "S/A", "error")
                .finding(HIPAA + "R", "S/B", "warning")
                .finding("CordonExceptions::Expired", "S/C", "fatal");

        assertThat(Html.of(facts.done()).front())
                .contains("FAIL 2 findings stand that no exception covers. 1 exception is refused.")
                .doesNotContain("PASS");
    }

    @Test
    void saysThatAPackDidNotFinish() {
        var facts = new SomeFacts().unfinished("HIPAA.Security", "HIPAA.Security did not finish: it ended");

        assertThat(Html.of(facts.done()).front())
                .contains("FAIL 1 pack did not finish: HIPAA.Security.")
                .doesNotContain("findings stand", "refused.");
    }

    @Test
    void saysThatThereWasNothingToLookAt() {
        assertThat(Html.of(new SomeFacts().done()).front())
                .contains("The app has no resource: there was nothing to look at.", "Resources with a verdict 0 of 0");
    }

    @Test
    void hasRoomForTheMostFrequentCausesAndNamesHowManyMoreThereAre() {
        var facts = new SomeFacts();
        IntStream.range(0, 9).forEach(i -> facts.row(HIPAA + "R" + i, "", Compliance.NOT_EVALUATED, "cause " + i, ""));

        assertThat(Html.of(facts.done()).front())
                .contains("cause 3", "and 5 more causes")
                .doesNotContain("cause 4");
    }
}
