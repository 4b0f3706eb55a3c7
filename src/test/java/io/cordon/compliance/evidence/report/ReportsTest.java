package io.cordon.compliance.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import io.cordon.compliance.evidence.Provenance;
import io.cordon.compliance.evidence.SourceLine;
import io.cordon.compliance.evidence.Sources;
import io.cordon.testing.SarifSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Facts that no small app brings about: packs that did not finish, lines that are not known, names that mean harm. */
class ReportsTest {
    private static final Sources UNKNOWN = new Sources(Map.of(), "No construct's line is known: jsii is silent.");

    @Test
    void showsWhatHasNoLineAtTheEntryOfTheAppAndSaysSo() throws IOException {
        var run = run(facts(UNKNOWN, "S/B"));
        var result = run.at("/results/0");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("cdk.json");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(1);
        assertThat(result.at("/properties/line").asText()).isEqualTo("not known");
        assertThat(run.at("/invocations/0/toolConfigurationNotifications/0/message/text")
                        .asText())
                .isEqualTo(UNKNOWN.limit());
    }

    @Test
    void saysThatAPackDidNotFinishThoughNoConstructIsToBlame() throws Exception {
        var facts = facts(UNKNOWN, "");
        var run = run(facts);

        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo("P did not finish: it stopped");
        assertThat(run.at("/results/0/locations/0").has("logicalLocations")).isFalse();
        assertThat(SarifSchema.problems(written(new SarifExhibit(), facts))).isEmpty();
        assertThat(test(facts).getAttribute("classname")).isEqualTo("(app)");
    }

    @Test
    void writesAPlaceThatIsAUriWhateverTheFileIsCalled() throws IOException {
        var path = "S/B";
        var line = new SourceLine("src/my app/java/\u00dcber#1?%.java", 7);

        assertThat(run(facts(new Sources(Map.of(path, line), ""), path))
                        .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/my%20app/java/%C3%9Cber%231%3F%25.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"quoted\" & 'single'",
                "]]>",
                "null \u0000 escape \u001b bell \u0007",
                "not a character \ufffe \uffff",
                "half a pair \ud83d",
                "half \ud83d in the middle \ude00",
                "a whole pair \ud83d\ude00",
                "line\nbreak\rreturn\ttab",
                "=cmd"
            })
    void staysReadableWithAnyName(String name) throws Exception {
        var facts = facts(UNKNOWN, "S/" + name);
        var shown = name.replaceAll(
                "[\\u0000\\u001b\\u0007\\ufffe\\uffff]|\\ud83d(?!\\ude00)|(?<!\\ud83d)\\ude00", "\ufffd");

        assertThat(test(facts).getAttribute("name")).isEqualTo("R S/" + shown.replaceAll("[\\n\\r\\t]", " "));
        assertThat(test(facts).getTextContent()).contains("Mend: write " + shown.replace("\r", "\n"));
        assertThat(SarifSchema.problems(written(new SarifExhibit(), facts))).isEmpty();
    }

    @Test
    void writesTheSameBytesForTheSameFacts() throws IOException {
        for (var exhibit : List.of(new SarifExhibit(), new JunitExhibit())) {
            assertThat(written(exhibit, facts(UNKNOWN, "S/B")))
                    .isEqualTo(written(exhibit, facts(UNKNOWN, "S/B")))
                    .endsWith("\n")
                    .doesNotContain("\r");
        }
    }

    private static Facts facts(Sources sources, String path) {
        var app = new Assembly(Path.of("nowhere"), List.of(), List.of(), LocalDate.parse("2026-11-20"));
        var found = new Observation(
                "P::R", path, "fatal", "wrong", "because", "write " + path.replaceFirst("S/", ""), false);
        return new Facts(
                app,
                false,
                List.of(),
                List.of(found),
                List.of(),
                List.of(),
                Map.of("P", "P did not finish: it stopped"),
                sources,
                new Provenance(new TreeMap<>(Map.of("P", "3.0.2")), "not known", "not known"));
    }

    private static JsonNode run(Facts facts) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(written(new SarifExhibit(), facts))
                .at("/runs/0");
    }

    private static Element test(Facts facts) throws Exception {
        var xml = new InputSource(new StringReader(written(new JunitExhibit(), facts)));
        var document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(xml);
        return (Element) document.getElementsByTagName("testcase").item(0);
    }

    private static String written(Exhibit exhibit, Facts facts) throws IOException {
        var out = new ByteArrayOutputStream();
        exhibit.write(facts, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
