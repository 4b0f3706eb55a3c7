package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.policies.SecurityRule.Kind;
import io.cordon.policies.SecurityRule.Obligation;
import io.cordon.policies.SecurityRule.Proof;
import io.cordon.policies.SecurityRule.Provision;
import io.cordon.policies.SecurityRule.Section;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of provisions against the regulation's own matrix, and against our tests. */
class SecurityRuleTest {
    /** Appendix A to Subpart C: the standards of three sections, with the letters of their specifications. */
    private static final Map<String, String> MATRIX = Map.ofEntries(
            Map.entry("164.308(a)(1)", "RRRR"),
            Map.entry("164.308(a)(2)", ""),
            Map.entry("164.308(a)(3)", "AAA"),
            Map.entry("164.308(a)(4)", "RAA"),
            Map.entry("164.308(a)(5)", "AAAA"),
            Map.entry("164.308(a)(6)", "R"),
            Map.entry("164.308(a)(7)", "RRRAA"),
            Map.entry("164.308(a)(8)", ""),
            Map.entry("164.308(b)", "R"),
            Map.entry("164.310(a)", "AAAA"),
            Map.entry("164.310(b)", ""),
            Map.entry("164.310(c)", ""),
            Map.entry("164.310(d)", "RRAA"),
            Map.entry("164.312(a)", "RRAA"),
            Map.entry("164.312(b)", ""),
            Map.entry("164.312(c)", "A"),
            Map.entry("164.312(d)", ""),
            Map.entry("164.312(e)", "AA"));

    private final SecurityRule rule = SecurityRule.current();

    @Test
    void hasTheStandardsAndSpecificationsOfTheMatrix() {
        MATRIX.forEach((paragraph, letters) -> {
            var listed = rule.provisions()
                    .filter(it ->
                            it.citation().equals(paragraph) || it.citation().startsWith(paragraph + "("))
                    .toList();
            assertThat(listed.get(0).kind()).as(paragraph).isEqualTo(Kind.STANDARD);
            assertThat(listed.stream().skip(1).map(SecurityRuleTest::letter).collect(Collectors.joining()))
                    .as(paragraph)
                    .isEqualTo(letters);
        });
    }

    @Test
    void countsAsTheRegulationDoes() {
        assertThat(sizes(Kind.STANDARD)).isEqualTo(Map.of("308", 9L, "310", 4L, "312", 5L, "314", 2L, "316", 2L));
        assertThat(sizes(Kind.SPECIFICATION)).isEqualTo(Map.of("308", 21L, "310", 8L, "312", 7L, "314", 4L, "316", 3L));
        assertThat(sizes(Kind.GENERAL)).isEqualTo(Map.of("306", 5L));
    }

    @Test
    void listsEverySectionAndEachProvisionOnceInItsOwn() {
        assertThat(rule.sections())
                .extracting(Section::section)
                .containsExactly(
                        "164.302", "164.304", "164.306", "164.308", "164.310", "164.312", "164.314", "164.316",
                        "164.318");
        assertThat(rule.provisions()).extracting(Provision::citation).doesNotHaveDuplicates();
        assertThat(rule.sections())
                .allSatisfy(section -> assertThat(section.provisions())
                        .allSatisfy(it -> assertThat(it.citation()).startsWith(section.section() + "(")));
    }

    @ParameterizedTest
    @CsvSource({
        "164.312(a)(2)(iv), 164.312(a)(2)(iv)",
        "164.308(a)(3), 164.308(a)(3)(i)",
        "164.308(a)(3)(ii), 164.308(a)(3)(i)",
        "164.312(e), 164.312(e)(1)",
        "164.312(e)(1, 164.312(e)(1)",
        "164.308(b)(2), 164.308(b)(1)",
        "164.314(b)(2)(i), 164.314(b)(2)",
        "164.306(a)(1), 164.306(a)"
    })
    void findsAProvisionByEachWayToCiteIt(String cited, String found) {
        assertThat(rule.find(cited)).map(Provision::citation).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "164.308", "164.308(a)", "164.308(a)(9)", "164.312(a)(2)(v)", "164.312(f)", "AC-3", "("})
    void takesNoCitationForAnotherProvision(String cited) {
        assertThat(rule.find(cited)).isEmpty();
    }

    @Test
    void namesOnlyTestsThatExist() throws IOException, ClassNotFoundException {
        var classes = testClasses();
        for (var proof : rule.provisions()
                .flatMap(it -> it.tests().stream())
                .map(Proof::test)
                .toList()) {
            var name = proof.split("\\.");
            assertThat(classes)
                    .as("policies/hipaa/security-rule.json names " + proof)
                    .containsKey(name[0]);
            assertThat(Arrays.stream(Class.forName(classes.get(name[0])).getDeclaredMethods())
                            .map(Method::getName))
                    .as("policies/hipaa/security-rule.json names " + proof)
                    .contains(name[1]);
        }
    }

    @Test
    void theSameReasonIsNeverGivenForTwoProvisions() {
        assertThat(rule.provisions()).extracting(Provision::notShown).doesNotHaveDuplicates();
    }

    private Map<String, Long> sizes(Kind kind) {
        return rule.provisions()
                .filter(it -> it.kind() == kind)
                .collect(Collectors.groupingBy(it -> it.citation().substring(4, 7), Collectors.counting()));
    }

    private static String letter(Provision provision) {
        return provision.kind() == Kind.STANDARD ? "S" : provision.obligation() == Obligation.REQUIRED ? "R" : "A";
    }

    private static Map<String, String> testClasses() throws IOException {
        var root = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(file -> root.relativize(file)
                            .toString()
                            .replaceAll("[/\\\\]", ".")
                            .replaceFirst("\\.java$", ""))
                    .collect(Collectors.toMap(
                            name -> name.substring(name.lastIndexOf('.') + 1), name -> name, (one, other) -> one));
        }
    }
}
