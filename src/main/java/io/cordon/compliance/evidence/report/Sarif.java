package io.cordon.compliance.evidence.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The parts of SARIF 2.1.0 that we write, named as the standard names them; what is empty is left out. */
final class Sarif {
    static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    static final String VERSION = "2.1.0";

    /** The base of all places: GitHub and others put the top of the repository in its stead. */
    static final String TOP = "%SRCROOT%";

    private Sarif() {}

    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    record Run(
            Tool tool,
            List<Invocation> invocations,
            Map<String, Root> originalUriBaseIds,
            @JsonInclude(Include.ALWAYS) List<Result> results,
            SortedMap<String, Object> properties) {}

    record Tool(Component driver, List<Component> extensions) {}

    record Component(String name, String version, List<Rule> rules) {}

    record Rule(
            String id,
            Text shortDescription,
            Text fullDescription,
            Help help,
            Configuration defaultConfiguration,
            Classification properties) {}

    record Configuration(String level) {}

    record Classification(List<String> tags, List<String> citations) {}

    record Help(String text, String markdown) {}

    record Text(String text) {}

    record Invocation(
            boolean executionSuccessful,
            List<Notification> toolExecutionNotifications,
            List<Notification> toolConfigurationNotifications) {}

    record Notification(String level, Text message) {}

    record Root(Text description) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String kind,
            String level,
            Text message,
            List<Location> locations,
            SortedMap<String, String> partialFingerprints,
            List<Suppression> suppressions,
            SortedMap<String, String> properties) {}

    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri, String uriBaseId) {}

    record Region(int startLine) {}

    record LogicalLocation(String fullyQualifiedName, String kind) {}

    record Suppression(String kind, String status, String justification) {}
}
