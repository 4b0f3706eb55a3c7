package io.cordon.compliance;

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
        var findings = new ArrayList<Finding>();
        for (var violation : new WholeRead(app).call(pack, "validateScope", app).path("violations")) {
            var rule = violation.path("ruleName").asText();
            for (var resource : violation.path("violatingResources")) {
                var finding = new Finding(
                        name,
                        rule,
                        violation.path("severity").asText(),
                        violation.path("description").asText(),
                        NagRules.current().why(name, rule),
                        NagRules.mend(name, rule),
                        resource.path("constructPath").asText());
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
