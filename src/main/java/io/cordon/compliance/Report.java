package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.NagPack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.PolicyValidationPluginReport;
import software.amazon.awscdk.PolicyViolatingResource;
import software.amazon.awscdk.PolicyViolation;
import software.constructs.IConstruct;

/** Findings in the words of the CDK's validation framework, and back. */
final class Report {
    private static final String READABLE =
            "Write what the rule reads as a literal value; if it is known at deployment only, check it there and excuse"
                    + " the finding.";

    private Report() {}

    /**
     * Returns the report that fails on any finding.
     *
     * <p>A pack's warning fails or passes depending on whether another of its findings is excused; as errors they always
     * fail.
     */
    static PolicyValidationPluginReport of(List<Finding> findings) {
        var byRule = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.rule(), finding.info()), LinkedHashMap::new, Collectors.toList()));
        return PolicyValidationPluginReport.builder()
                .success(findings.isEmpty())
                .violations(byRule.values().stream().map(Report::violation).toList())
                .build();
    }

    /** Returns what a pack finds in an app. */
    static List<Finding> of(String name, NagPack pack, IConstruct app) {
        return of(name, new WholeRead(app).call(pack, "validateScope", app));
    }

    /** Returns what a pack finds below each of some constructs alone. */
    static List<Finding> ofEach(String name, NagPack pack, IConstruct app, List<IConstruct> constructs) {
        return new WholeRead(app)
                .callEach(pack, "validateScope", constructs)
                .valueStream()
                .flatMap(report -> of(name, report).stream())
                .toList();
    }

    private static List<Finding> of(String name, JsonNode report) {
        var findings = new ArrayList<Finding>();
        for (var violation : report.path("violations")) {
            var rule = violation.path("ruleName").asText();
            var why = NagRules.current().why(name, rule);
            var said = violation.path("description").asText();
            var info = said.endsWith(" " + why) ? said.substring(0, said.length() - why.length() - 1) : said;
            for (var resource : violation.path("violatingResources")) {
                var level = violation.path("severity").asText();
                var path = resource.path("constructPath").asText();
                var finding = new Finding(name, rule, level, info, why, NagRules.mend(name, rule), path);
                findings.add(finding.isUnreadable() ? finding.mendedBy(READABLE) : finding);
            }
        }
        return List.copyOf(findings);
    }

    private static PolicyViolation violation(List<Finding> findings) {
        var first = findings.get(0);
        var violation = PolicyViolation.builder()
                .ruleName(first.rule())
                .description(first.info())
                .severity(first.level().equals("fatal") ? "fatal" : "error")
                .violatingResources(findings.stream()
                        .map(finding -> PolicyViolatingResource.builder()
                                .constructPath(finding.path())
                                .locations(List.of("Properties"))
                                .build())
                        .toList());
        return (first.mend().isEmpty() ? violation : violation.fix(first.mend())).build();
    }
}
