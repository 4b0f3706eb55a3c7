package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.Nag2Report.Pair;
import io.cordon.compliance.evidence.ControlRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our rows beside the reports that cdk-nag 2 wrote for the same templates. */
class PassRowsTest {
    private static final Path DIFFERENCES = Nag2Report.FOLDER.resolve("differences.tsv");
    private static final String DEFECT = "DEFECT";
    private static final int TEMPLATES_OF_ONE_APP = 12;
    private static final Nag2Report REPORT = Nag2Report.read();
    private static final Map<Pair, List<ControlRow>> ROWS = new TreeMap<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void synthesizes() {
        var templates = Nag2Report.templates();
        for (var i = 0; i < templates.size(); i += TEMPLATES_OF_ONE_APP) {
            var some = templates.subList(i, Math.min(i + TEMPLATES_OF_ONE_APP, templates.size()));
            IncludedTemplates.controls(some, directory.resolve("app" + i)).stream()
                    .filter(row -> row.ruleId().matches("(HIPAA|NIST).*"))
                    .filter(row -> !row.resourceId().isEmpty())
                    .forEach(row -> ROWS.computeIfAbsent(pair(row), pair -> new ArrayList<>())
                            .add(row));
        }
    }

    @Test
    void comparesTheTemplatesThatTheReportsWereMadeFrom() {
        assertThat(REPORT.hashes())
                .isEqualTo(
                        Nag2Report.templates().stream().collect(Collectors.toMap(Nag2Report::name, Nag2Report::hash)))
                .hasSizeGreaterThanOrEqualTo(7 + 30);
    }

    @Test
    void agreesRowForRowButForTheListedDifferences() throws IOException {
        var differences = differences();
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(
                    DIFFERENCES, Stream.concat(header(), differences.stream()).toList());
        }
        assertThat(differences).noneMatch(line -> line.startsWith(DEFECT));
        assertThat(differences)
                .as("rows that differ; if that is right and has a reason, mvn test -Dgolden=write lists them")
                .containsExactlyElementsOf(Nag2Report.lines(DIFFERENCES));
    }

    @Test
    void saysLevelAndCitationsAsTheReportsDo() {
        assertThat(REPORT.rules()).hasSize(90 + 85).allSatisfy((id, rule) -> {
            var row = ROWS.entrySet().stream()
                    .filter(entry -> entry.getKey().rule().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .get(0);
            assertThat(row.ruleLevel()).isEqualToIgnoringCase(rule.get(0));
            assertThat(rule.get(1))
                    .startsWith(row.ruleInfo().replaceFirst("\\.$", ""))
                    .contains(": " + row.citations().replace(" ", ", ") + ")");
        });
    }

    @Test
    void hasARowForEachThatTheReportsHave() {
        assertThat(ROWS.keySet()).containsAll(REPORT.words().keySet());
    }

    @Test
    void everyReasonForADifferenceIsStillNeeded() {
        assertThat(differences())
                .extracting(line -> line.substring(0, line.indexOf('\t')))
                .contains(Arrays.stream(Nag2Difference.values()).map(Enum::name).toArray(String[]::new));
    }

    /** An included template cannot hold the construct by which the rule knows that the group was closed. */
    @Test
    void everyRuleIsSeenToPassAndToFail() {
        var rules = HipaaGuardrails.PACKS.stream()
                .flatMap(pack -> NagRules.current().of(pack).stream())
                .map(rule -> rule.pack() + "-" + rule.name())
                .toList();

        assertThat(rules).filteredOn(rule -> !isSaid(rule, "Non-Compliant")).isEmpty();
        assertThat(rules)
                .filteredOn(rule -> !isSaid(rule, "Compliant"))
                .containsExactly(
                        "HIPAA.Security-VPCDefaultSecurityGroupClosed", "NIST.800.53.R5-VPCDefaultSecurityGroupClosed");
    }

    private static boolean isSaid(String rule, String word) {
        return REPORT.words().entrySet().stream()
                .anyMatch(said ->
                        said.getKey().rule().equals(rule) && said.getValue().equals(word));
    }

    private static List<String> differences() {
        var grouped = new TreeMap<String, TreeSet<String>>();
        ROWS.forEach((pair, rows) -> rows.stream()
                .filter(row -> !Nag2Difference.agree(REPORT.of(pair), row))
                .forEach(row -> grouped.computeIfAbsent(difference(pair, row), it -> new TreeSet<>())
                        .add(pair.resource())));
        return grouped.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + String.join(" ", entry.getValue()))
                .toList();
    }

    private static String difference(Pair pair, ControlRow row) {
        var theirs = REPORT.of(pair);
        var why = Nag2Difference.of(theirs, row).map(Enum::name).orElse(DEFECT);
        var ours = row.compliance().toString();
        return String.join("\t", why, pair.template(), pair.rule(), theirs, ours);
    }

    private static Stream<String> header() {
        return Stream.concat(
                Stream.of("# Where a row of ours says something else than the report of cdk-nag 2, and why:"),
                Arrays.stream(Nag2Difference.values()).map(it -> "# " + it + ": " + it.reason()));
    }

    private static Pair pair(ControlRow row) {
        return new Pair(
                row.stack(),
                row.ruleId().replaceFirst(".*::", "").replaceFirst("\\[.*", ""),
                row.resourceId().replaceFirst(".*/", ""));
    }
}
