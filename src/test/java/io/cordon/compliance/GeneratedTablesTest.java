package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;

/** Two tables are copies of what the libraries say; {@code -Dgolden=write} copies them anew after an upgrade. */
class GeneratedTablesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io/cordon/compliance");
    private static final Pattern APPLIED = Pattern.compile(
            "applyRule\\(\\{\\s*info: (['\"`])(.*?)\\1,\\s*explanation: (['\"`])((?:\\\\.|.)*?)\\3,\\s*"
                    + "level: nag_rules_1\\.NagMessageLevel\\.(\\w+),\\s*rule: (\\w+)_1\\.(\\w+),",
            Pattern.DOTALL);

    @Test
    void theRuleTableIsWhatCdkNagApplies() throws IOException {
        var library = PackageFiles.in(HIPAASecurityChecks.class);
        var rules = new ArrayList<NagRules.Rule>();
        for (var pack : Map.of("hipaa-security", NagRules.HIPAA, "nist-800-53-r5", NagRules.NIST)
                .entrySet()) {
            var code = library.text("package/lib/packs/" + pack.getKey() + ".js")
                    .replaceAll("(?s)' \\+\\s*\"(.*?)\",", "QUOTED$1',");
            var applied = APPLIED.matcher(code);
            while (applied.find()) {
                rules.add(rule(pack.getValue(), applied.toMatchResult(), library));
            }
        }
        rules.sort(Comparator.comparing(NagRules.Rule::pack).thenComparing(NagRules.Rule::name));

        var json = JsonMapper.builder().build();
        var text = new StringBuilder("[\n");
        for (var i = 0; i < rules.size(); i++) {
            text.append("  ").append(json.writeValueAsString(rules.get(i))).append(i < rules.size() - 1 ? ",\n" : "\n");
        }
        isCopied(text.append("]\n").toString(), NagRules.RESOURCE);
        assertThat(rules).hasSize(90 + 85).allSatisfy(rule -> {
            assertThat(rule.types()).isNotEmpty();
            assertThat(rule.citations()).isNotEmpty();
        });
    }

    /** {@link Silence} knows when it does; a second such rule must be added there. */
    @Test
    void oneRuleLeavesResourcesOfItsOwnTypesAlone() {
        var library = PackageFiles.in(HIPAASecurityChecks.class);

        assertThat(library.texts().keySet())
                .filteredOn(name -> name.matches("package/lib/rules/\\w+/\\w+\\.js") && !name.endsWith("index.js"))
                .filteredOn(name -> isApplied(name) && new RuleCode(library.text(name)).leavesSomeAlone())
                .containsExactly("package/lib/rules/rds/RDSLoggingEnabled.js");
    }

    @Test
    void theFeatureFlagsAreThoseThatTheCdkRecommends() throws IOException {
        isCopied(PackageFiles.in(App.class).text("package/recommended-feature-flags.json"), FeatureFlags.RESOURCE);
    }

    private static boolean isApplied(String file) {
        return HipaaGuardrails.PACKS.stream()
                .flatMap(pack -> NagRules.current().of(pack).stream())
                .anyMatch(rule -> file.endsWith("/" + rule.name() + ".js"));
    }

    private static NagRules.Rule rule(String pack, MatchResult applied, PackageFiles library) {
        var info = applied.group(2);
        var cited = Pattern.compile(" - \\(Control IDs?: (.*)\\)\\.?$").matcher(info);
        var citations = cited.find() ? List.of(cited.group(1).split(", ")) : List.<String>of();
        var why = applied.group(4).replaceAll("\\\\(['\"])", "$1").replace("QUOTED", " ");
        var code = RuleCode.in(library, applied.group(6), applied.group(7));
        return new NagRules.Rule(
                pack,
                applied.group(7),
                applied.group(5).equals("ERROR") ? "error" : "warning",
                info.replaceAll(" - \\(Control IDs?:.*$", "."),
                why,
                citations,
                code.types(),
                code.reads(),
                code.hash());
    }

    private static void isCopied(String expected, String resource) throws IOException {
        var file = RESOURCES.resolve(resource);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as(
                        "%s differs from the library. Read what changed: where a rule's code did, Silence and OpenValue may"
                                + " no longer hold for it. Then mvn test -Dtest=GeneratedTablesTest,PassRowsTest -Dgolden=write",
                        file)
                .isEqualTo(expected);
    }
}
