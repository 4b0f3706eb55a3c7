package io.cordon.compliance.evidence.page;

import static io.cordon.compliance.evidence.page.SomeFacts.HIPAA;
import static io.cordon.compliance.evidence.page.SomeFacts.NIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import org.junit.jupiter.api.Test;

/** What the page says of the facts. */
class PageTest {
    @Test
    void everyRowIsUnderARuleAndUnderAStackOnce() {
        var facts = PageExhibitTest.full();
        var page = facts.page();
        var rows = facts.done().controls().size();

        assertThat(page.tally().all()).isEqualTo(rows);
        assertThat(page.stacks().stream().mapToLong(it -> it.tally().all()).sum())
                .isEqualTo(rows);
        assertThat(page.rules().stream().mapToLong(it -> it.tally().all()).sum()
                        + page.silent().stream().mapToLong(Silent::count).sum())
                .isEqualTo(rows);
        assertThat(page.stacks().stream()
                        .flatMap(it -> it.resources().stream())
                        .flatMap(it -> it.mentions().stream())
                        .mapToLong(it -> it.rows().size())
                        .sum())
                .isEqualTo(rows - 1);
        assertThat(page.gaps().stream().mapToLong(Gap::rows).sum())
                .isEqualTo(page.tally().of(Compliance.NOT_EVALUATED));
    }

    @Test
    void everyCitationHasTheRowsOfEveryRuleThatCitesIt() {
        assertThat(PageExhibitTest.full().page().citations())
                .extracting(it -> it.citation() + ": " + it.tally().words())
                .containsExactly(
                        "164.312(b): 1 compliant, 1 acknowledged, 2 non-compliant, 1 not applicable",
                        "164.312(e)(1): 1 compliant");
    }

    @Test
    void countsOnlyResourcesThatSomebodyJudged() {
        assertThat(PageExhibitTest.full().page().judged()).isEqualTo(1);
        assertThat(PageExhibitTest.full().page().notEvaluated())
                .isEqualTo("1 row of 7 could not be judged; 1 of 2 resources has no verdict at all.");
    }

    @Test
    void twinsOfBothPacksAreOneEntryAndTwoExceptions() {
        assertThat(PageExhibitTest.full().page().register()).singleElement().satisfies(it -> {
            assertThat(it.count()).isEqualTo(2);
            assertThat(it.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.packs())
                            .extracting(Link::text)
                            .containsExactly("HIPAA.Security", "NIST.800.53.R5"));
        });
    }

    @Test
    void tellsThePathsThatAnExceptionExcusesAsTheyStandIfOneHoldsABlank() {
        var page = new SomeFacts()
                .resource("S/A B", "T")
                .exception(HIPAA + "R", "S", "S/A B", "2027-01-31", "governed")
                .exception(HIPAA + "Q", "S", "S/A B S/Gone", "2027-01-31", "governed")
                .page();

        assertThat(page.register().get(0).entries())
                .flatExtracting(entry -> entry.place().resources())
                .containsExactly(new Link("S/A B", "resource-1"), new Link("S/A B S/Gone", ""));
    }

    @Test
    void whatIsWrongWithExceptionsStandsFirstAndTheNextEndIsThatOfOnesInForce() {
        var page = new SomeFacts()
                .exception(HIPAA + "A", "S/A", "", "2026-01-01", "Expired: it ended")
                .exception(HIPAA + "B", "S/B", "", "2027-06-30", "governed")
                .exception(HIPAA + "C", "S/C", "", "2027-01-31", "governed")
                .exception("CloudFormation-Validate::W1", "S/D", "", "", "not judged: the rule is none of this gate's")
                .page();

        assertThat(page.exceptions().sentence())
                .isEqualTo("2 exceptions are in force, 1 refused, 1 not judged. The next ends on 2027-01-31; none ends"
                        + " soon.");
        assertThat(page.register())
                .extracting(it -> it.style() + " " + it.terms().expires())
                .containsExactly("refused 2026-01-01", "governed 2027-01-31", "governed 2027-06-30", "foreign ");
    }

    @Test
    void findingsOfOneRuleStandTogetherWithTheLineOfEach() {
        var page = new SomeFacts()
                .resource("S/A/Resource", "T")
                .resource("S/B/Resource", "T")
                .row(HIPAA + "R", "S/A/Resource", Compliance.NON_COMPLIANT)
                .finding(HIPAA + "R[audit]", "S/A/Resource", "error")
                .finding(HIPAA + "R[audit]", "S/B/Resource", "error")
                .line("S/A", "src/main/java/A.java", 7)
                .page();

        assertThat(page.standing()).singleElement().satisfies(it -> {
            assertThat(it.link().to()).isEqualTo("rule-1");
            assertThat(it.rule().name()).isEqualTo("R[audit]");
            assertThat(it.citations()).extracting(Link::text).containsExactly("164.312(b)");
            assertThat(it.places()).extracting(Standing.Place::line).containsExactly("src/main/java/A.java:7", "");
        });
    }

    @Test
    void adviceIsCountedByRuleWhateverStandsInBrackets() {
        var page = new SomeFacts()
                .advice("P::P-R[a]", "S/A")
                .advice("P::P-R[b]", "S/A")
                .advice("P::P-R[a]", "S/B")
                .page();

        assertThat(page.advice())
                .singleElement()
                .satisfies(it -> assertThat(it.rule().name() + " " + it.rows() + " " + it.resources())
                        .isEqualTo("R 3 2"));
    }

    @Test
    void aPackIsCountedByItsRulesAndNotByItsFaults() {
        var page = new SomeFacts()
                .resource("S/A", "T")
                .row(HIPAA + "R", "S/A", Compliance.COMPLIANT)
                .row(HIPAA + "Q", "", Compliance.NOT_APPLICABLE)
                .row(NIST + "R", "S/A", Compliance.COMPLIANT)
                .page();

        assertThat(page.packs())
                .containsExactly(new PackEntry("HIPAA.Security", 2, 1), new PackEntry("NIST.800.53.R5", 1, 1));
    }
}
