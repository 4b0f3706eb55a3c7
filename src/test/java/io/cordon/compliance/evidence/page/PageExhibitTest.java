package io.cordon.compliance.evidence.page;

import static io.cordon.compliance.evidence.page.SomeFacts.HIPAA;
import static io.cordon.compliance.evidence.page.SomeFacts.NIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page keeps to, whatever is on it. */
class PageExhibitTest {
    private static final String[] FILES = {"controls.csv", "exceptions.csv", "advice.csv", "manifest.json"};

    @Test
    void writesTheSameBytesForTheSameFacts() {
        assertThat(Html.of(full().done(), FILES)).isEqualTo(Html.of(full().done(), FILES));
    }

    @Test
    void knowsNoLocale() {
        var before = Locale.getDefault();
        var page = Html.of(full().done(), FILES);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Html.of(full().done(), FILES)).isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void runsNothingAndFetchesNothing() {
        assertThat(Html.of(full().done(), FILES).text())
                .contains("default-src 'none'")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainPattern("(?i)\\son\\w+=")
                .doesNotContainPattern("(?i)(src|href)=\"?(https?:|//|data:|javascript:)")
                .doesNotContain("@import", "url(", "\r");
    }

    @Test
    void listsTheFirstConstructsOfAFindingAndSaysWhereTheOthersAre() {
        var facts = new SomeFacts();
        for (var i = 0; i < Standing.MOST + 1_234; i++) {
            facts.row(HIPAA + "R", "S/B" + i, Compliance.NON_COMPLIANT).finding(HIPAA + "R", "S/B" + i, "error");
        }

        assertThat(Html.of(facts.done(), FILES).text())
                .contains(
                        "1,284 constructs", "and 1,234 more: each is in <a href=\"controls.csv\">controls.csv</a> and");
    }

    @Test
    void everyLinkLeadsToAnAnchorOrToAFileOfThePack() {
        var page = Html.of(full().done(), FILES);
        var ids = page.all("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.all("aria-labelledby")).isSubsetOf(ids);
        assertThat(page.all("href")).hasSizeGreaterThan(20).allSatisfy(href -> {
            if (href.startsWith("#")) {
                assertThat(ids).contains(href.substring(1));
            } else {
                assertThat(FILES).contains(href);
            }
        });
        assertThat(page.all("href")).contains(FILES);
    }

    @Test
    void leadsToNoFileThatThePackHasNot() {
        assertThat(Html.of(full().done()).all("href")).allMatch(href -> href.startsWith("#"));
    }

    @Test
    void headingsGoDownOneByOne() {
        var headings = Html.of(full().done(), FILES).headings();

        assertThat(headings).first().isEqualTo(1);
        assertThat(new HashSet<>(headings)).containsExactlyInAnyOrder(1, 2, 3);
        for (var i = 1; i < headings.size(); i++) {
            assertThat(headings.get(i)).isBetween(2, headings.get(i - 1) + 1);
        }
    }

    @Test
    void everyTableSaysWhatItsColumnsAndRowsAre() {
        var page = Html.of(full().done(), FILES).text();

        assertThat(page).doesNotContain("<th>").doesNotContainPattern("<th (?!scope=|class=\"n\" scope=)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "=cmd|' /C calc'!A0",
                "</style><style>*{display:none}",
                "${7*7}@if(true)",
                "two words\nand a line",
                "\u202Etxt.exe",
                "\u0000\u001B[31m"
            })
    void takesAHostileNameForText(String name) {
        var page = Html.of(new SomeFacts()
                .resource("S/" + name, name)
                .row(HIPAA + name, "S/" + name, Compliance.NON_COMPLIANT, name, name)
                .finding(HIPAA + name, "S/" + name, "error")
                .exception(HIPAA + name, "S/" + name, "S/" + name, name, name)
                .advice(name, name)
                .unfinished(name, name)
                .line("S/" + name, name, 1)
                .done());

        assertThat(page.text())
                .doesNotContain("<script", "<img", "</style><", "\u202E", "\u0000", "\u001B")
                .doesNotContainPattern("<[^>]*\\son\\w+=");
        assertThat(page.all("href")).allMatch(href -> href.startsWith("#"));
    }

    static SomeFacts full() {
        return new SomeFacts()
                .resource("S/A/Resource", "AWS::S3::Bucket")
                .resource("S/B/Resource", "AWS::SQS::Queue")
                .row(HIPAA + "Logged", "S/A/Resource", Compliance.COMPLIANT, "", "164.312(b) 164.312(e)(1")
                .row(NIST + "Logged", "S/A/Resource", Compliance.COMPLIANT, "", "AU-2b")
                .row(HIPAA + "Copied", "S/A/Resource", Compliance.ACKNOWLEDGED)
                .row(HIPAA + "Locked", "S/A/Resource", Compliance.NON_COMPLIANT)
                .row("(none)", "S/B/Resource", Compliance.NOT_EVALUATED, "no rule of these packs knows Q", "")
                .row(HIPAA + "Other", "", Compliance.NOT_APPLICABLE, "the app has no X", "164.312(b)")
                .row("X::Y", "S/Elsewhere", Compliance.NON_COMPLIANT)
                .finding(HIPAA + "Locked", "S/A/Resource", "error")
                .finding("X::Y", "S/Elsewhere", "error")
                .exception(HIPAA + "Copied", "S/A", "S/A/Resource", "2027-01-31", "governed")
                .exception(NIST + "Copied", "S/A", "S/A/Resource", "2027-01-31", "governed")
                .advice("AwsSolutions::AwsSolutions-IAM5[Resource::*]", "S/A")
                .unfinished("NIST.800.53.R5", "it ended")
                .line("S/A", "src/main/java/A.java", 7);
    }
}
