package io.cordon.compliance.evidence.page;

import java.util.List;
import java.util.Map;

/**
 * One file of the pack.
 *
 * @param name its name
 * @param purpose what it is for; empty for one that this page does not know
 */
record PackFile(String name, String purpose) {
    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("controls.csv", "Every rule against every resource, with verdict, cause and citations."),
            Map.entry("exceptions.csv", "Every exception with reason, compensating control, owner and end."),
            Map.entry("advice.csv", "What packs that do not decide would also say."),
            Map.entry("inventory.csv", "Every resource with data class, key, retention, backup and exposure."),
            Map.entry("data-flow.svg", "A picture: which resource stores or carries PHI, and who can start it."),
            Map.entry("data-flow.json", "The same data flow, for programs."),
            Map.entry("citations.html", "Every provision of the HIPAA Security Rule: shown here, or not and why."),
            Map.entry("citations.json", "The same provisions, for programs."),
            Map.entry("results.sarif", "The findings with file and line, for code scanning."),
            Map.entry("TEST-compliance.xml", "The rows as test results, for CI."),
            Map.entry("manifest.json", "SHA-256 sums of templates and evidence, with versions and flags."));

    static List<PackFile> of(List<String> names) {
        return names.stream()
                .map(name -> new PackFile(name, PURPOSES.getOrDefault(name, "")))
                .toList();
    }
}
