package io.cordon.compliance.evidence.citations;

import static io.cordon.compliance.evidence.Compliance.ACKNOWLEDGED;
import static io.cordon.compliance.evidence.Compliance.COMPLIANT;
import static io.cordon.compliance.evidence.Compliance.NON_COMPLIANT;
import static io.cordon.compliance.evidence.Compliance.NOT_APPLICABLE;
import static io.cordon.compliance.evidence.Compliance.NOT_EVALUATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.citations.CitationTable.Cited;
import org.junit.jupiter.api.Test;

/** What may be said of a provision, and what may not. */
class CitationTableTest {
    private static final String AUDIT = "164.312(b)";
    private static final Synth NOTHING = Synth.empty();

    @Test
    void aFindingThatStandsOutweighsAllThatPassed() {
        assertThat(said(COMPLIANT, COMPLIANT, ACKNOWLEDGED, NOT_EVALUATED, NON_COMPLIANT))
                .isEqualTo(Standing.OPEN);
    }

    @Test
    void passesOnlyWhereSomethingWasLookedAtAndPassed() {
        assertThat(said(COMPLIANT, NOT_APPLICABLE)).isEqualTo(Standing.PASS);
        assertThat(said(COMPLIANT, ACKNOWLEDGED)).isEqualTo(Standing.PASS_WITH_EXCEPTIONS);
        assertThat(said(COMPLIANT, ACKNOWLEDGED, NOT_EVALUATED)).isEqualTo(Standing.PASS_WHERE_MADE);
        assertThat(said(ACKNOWLEDGED, NOT_EVALUATED)).isEqualTo(Standing.EXCUSED);
        assertThat(said(NOT_EVALUATED, NOT_APPLICABLE)).isEqualTo(Standing.NOT_EVALUATED);
        assertThat(said(NOT_APPLICABLE)).isEqualTo(Standing.NOTHING_TO_LOOK_AT);
        assertThat(said()).isEqualTo(Standing.NOT_SHOWN);
    }

    @Test
    void countsAVerdictAsACheckAndNothingElse() {
        assertThat(checked(NOT_EVALUATED)).isZero();
        assertThat(checked(NOT_APPLICABLE)).isZero();
        assertThat(checked(NON_COMPLIANT)).isOne();
        assertThat(checked(ACKNOWLEDGED)).isOne();
        assertThat(NOTHING.table().counted()).hasSize(65);
    }

    @Test
    void aCheckOfAStandardShowsNoneOfItsSpecifications() {
        var synth = NOTHING.with("P::A", "164.312(a)(1)", COMPLIANT);

        assertThat(synth.entry("164.312(a)(1)").standing()).isEqualTo(Standing.PASS);
        assertThat(synth.entry("164.312(a)(2)(iv)").standing()).isEqualTo(Standing.NOT_SHOWN);
    }

    @Test
    void namesTheSpecificationsOfAStandardThatNoRuleCites() {
        var synth = NOTHING.with("P::A", "164.308(a)(1)(ii)(D)", COMPLIANT)
                .with("P::B", "164.308(a)(1)(ii)(A)", COMPLIANT)
                .with("P::C", "164.308(a)(1)(ii)(B)", NON_COMPLIANT)
                .with("P::D", "164.308(a)(5)(ii)(C)", NON_COMPLIANT);

        var standard = synth.entry("164.308(a)(1)(i)");
        assertThat(standard.standing()).isEqualTo(Standing.THROUGH_SPECIFICATIONS);
        assertThat(standard.through()).containsExactly("164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(D)");
        assertThat(standard.checked()).isFalse();
        assertThat(synth.entry("164.308(a)(5)(i)").standing()).isEqualTo(Standing.NOT_SHOWN);
        assertThat(synth.entry("164.308(a)(2)").standing()).isEqualTo(Standing.NOT_SHOWN);
    }

    @Test
    void doesNotCountGeneralRules() {
        var synth = NOTHING.with("P::A", "164.306(a)(1)", COMPLIANT);

        assertThat(synth.entry("164.306(a)").standing()).isEqualTo(Standing.PASS);
        assertThat(synth.table().counted().filter(Entry::checked)).isEmpty();
    }

    @Test
    void findsARuleThatCitesInTwoWaysOnce() {
        var synth = NOTHING.with("P::A", "164.312(e)(1 164.312(e)(1),\u00a0164.312(e)", COMPLIANT);

        assertThat(synth.entry("164.312(e)(1)").rows().compliant()).isOne();
        assertThat(synth.table().unknown()).isEmpty();
    }

    @Test
    void aFindingOnWhatNoTemplateShowsSpeaksOfWhatItsRuleCites() {
        var synth = NOTHING.with("P::A", AUDIT, COMPLIANT).with("P::A[port 22]", "", NON_COMPLIANT);

        assertThat(synth.entry(AUDIT).standing()).isEqualTo(Standing.OPEN);
        assertThat(synth.entry(AUDIT).rules()).extracting(RuleEntry::id).containsExactly("P::A");
    }

    @Test
    void losesNoCitationOfAParagraphThatDoesNotExist() {
        assertThat(NOTHING.with("P::A", "164.312(z)(9)", COMPLIANT).table().unknown())
                .containsOnlyKeys("164.312(z)(9)");
    }

    @Test
    void countsWhatIsCitedOfOtherFrameworksByPack() {
        var others = NOTHING.with("N::A", "AC-3 AC-4,\u00a0AC-6", COMPLIANT)
                .with("N::B", "AC-3", NON_COMPLIANT)
                .table()
                .others();

        assertThat(others.get("N")).containsOnlyKeys("AC-3", "AC-4", "AC-6");
        assertThat(others.get("N")).containsEntry("AC-3", new Cited(2, new Tally(1, 0, 1, 0, 0)));
    }

    @Test
    void namesARuleWithoutItsPack() {
        assertThat(new RuleEntry("P.Q::P.Q-Rule", Tally.of(NOTHING.rows())).name())
                .isEqualTo("Rule");
        assertThat(new RuleEntry("Cordon::Rule", Tally.of(NOTHING.rows())).name())
                .isEqualTo("Rule");
        assertThat(new RuleEntry("strange", Tally.of(NOTHING.rows())).name()).isEqualTo("strange");
    }

    private static Standing said(Compliance... verdicts) {
        var synth = NOTHING;
        for (var verdict : verdicts) {
            synth = synth.with("P::A", AUDIT, verdict);
        }
        return synth.entry(AUDIT).standing();
    }

    private static long checked(Compliance verdict) {
        return NOTHING.with("P::A", AUDIT, verdict)
                .table()
                .counted()
                .filter(Entry::checked)
                .count();
    }
}
