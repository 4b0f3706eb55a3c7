package io.cordon.compliance.evidence.citations;

import static io.cordon.compliance.evidence.Compliance.COMPLIANT;
import static io.cordon.compliance.evidence.Compliance.NON_COMPLIANT;
import static io.cordon.compliance.evidence.Compliance.NOT_EVALUATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.policies.SecurityRule;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The two files, whatever the facts are. */
class CitationsPageTest {
    private static final List<Exhibit> FILES = List.of(new CitationsPage(), new CitationsJson());
    private static final Synth MIXED = Synth.empty()
            .with("P::P-B", "164.312(b) 164.312(a)(1)", COMPLIANT)
            .with("P::P-A", "164.312(b)", NON_COMPLIANT)
            .with("N::N-A", "AC-3", COMPLIANT)
            .with("P::P-B", "164.312(b) 164.312(a)(1)", NOT_EVALUATED);

    @Test
    void haveTheSameBytesWhateverTheOrderOfTheRows() {
        for (var file : FILES) {
            assertThat(MIXED.text(file))
                    .as(file.file())
                    .isEqualTo(MIXED.backwards().text(file));
            assertThat(MIXED.text(file)).as(file.file()).doesNotContain("\r");
        }
    }

    @Test
    void listEveryProvisionWithItsReason() {
        var page = Synth.empty().text(new CitationsPage());

        assertThat(SecurityRule.current().provisions())
                .allSatisfy(it -> assertThat(page).contains("id=\"" + it.citation() + "\"", it.notShown()));
        assertThat(json(Synth.empty()).findValuesAsText("citation")).hasSize(70);
    }

    @Test
    void sayTheDenominatorAndTheCaveat() {
        assertThat(MIXED.text(new CitationsPage())).contains("<strong>2 of 65</strong>", "It is not HIPAA compliance.");
        assertThat(json(MIXED).at("/summary/checked").asInt()).isEqualTo(2);
        assertThat(json(MIXED).at("/summary/provisions").asInt()).isEqualTo(65);
        assertThat(json(MIXED).path("caveat").asText()).contains("It is not HIPAA compliance.");
    }

    @Test
    void countEachProvisionInOneStanding() {
        var summary = json(MIXED).path("summary");

        assertThat(StreamSupport.stream(summary.spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(65 + 2 + 65);
        assertThat(summary.path("findings-open").asInt()).isOne();
        assertThat(summary.path("checks-pass-where-made").asInt()).isOne();
    }

    @Test
    void nameTheRulesWhoseFindingsStand() {
        assertThat(MIXED.text(new CitationsPage()))
                .containsPattern("(?s)Not compliant:</span>\\s*A\\s*</small>")
                .contains("On 1 of them findings are open.");
    }

    @Test
    void sayThatAPackDidNotFinish() {
        var synth = MIXED.unfinished("P", "P did not finish: the rules ran out");

        assertThat(synth.text(new CitationsPage()))
                .contains(
                        "P did not finish: the rules ran out. What it asks is not evaluated.",
                        "The gate does not let this app pass");
        assertThat(json(synth).at("/unfinished/P").asText()).isEqualTo("P did not finish: the rules ran out");
        assertThat(json(synth).path("passes").asBoolean()).isFalse();
    }

    @Test
    void countControlsOfAnotherFrameworkWithoutAClaim() {
        assertThat(MIXED.text(new CitationsPage())).contains("The rules of N cite 1 control.", "nothing is said there");
        assertThat(json(MIXED).at("/otherFrameworks/N/AC-3/rules").asInt()).isOne();
    }

    @Test
    void showHostileNamesAsText() {
        var evil = "<script>alert(1)</script>\u202E\u0000";
        var synth = Synth.empty()
                .with(evil + "::" + evil, "164.312(b) 164.999(" + evil + ")", NON_COMPLIANT)
                .with("=cmd::A\n\"'&", evil, COMPLIANT)
                .unfinished(evil, evil.repeat(100));

        assertThat(synth.text(new CitationsPage()))
                .doesNotContain("<script", "\u202E", "\u0000")
                .contains("&lt;script&gt;");
        assertThat(json(synth).path("unfinished").path(evil).asText()).isEqualTo(evil.repeat(100));
    }

    @Test
    void needNothingButThemselves() {
        assertThat(MIXED.text(new CitationsPage()))
                .contains("default-src 'none'")
                .doesNotContainPattern("(?i)<script|<link|<img|@import|url\\(|\\son\\w+=");
    }

    private static JsonNode json(Synth synth) {
        try {
            return JsonMapper.builder().build().readTree(synth.text(new CitationsJson()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
