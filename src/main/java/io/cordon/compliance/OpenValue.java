package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value that a rule read and that only the deployment knows.
 *
 * <p>cdk-nag takes any intrinsic function for a value that is set. Of a reference that is right where a rule asks only
 * whether something is set; a condition may also leave it unset, and then nothing is known.
 */
final class OpenValue {
    private static final String IF = "Fn::If";
    private static final String REF = "Ref";
    private static final String NO_VALUE = "AWS::NoValue";

    /** What a rule compares with a literal without insisting on one, so that it takes a parameter for something else. */
    private static final Map<String, Set<String>> COMPARED = Map.of(
            "APIGWCacheEnabledAndEncrypted", Set.of("methodsettings"),
            "CloudWatchAlarmAction", Set.of("actionsenabled"),
            "ECSTaskDefinitionUserForHostMode", Set.of("networkmode"),
            "ElastiCacheRedisClusterAutomaticBackup", Set.of("engine"),
            "KMSBackingKeyRotationEnabled", Set.of("keyspec"),
            "LambdaFunctionPublicAccessProhibited", Set.of("principal"));

    private OpenValue() {}

    /**
     * Returns why a rule that raised nothing cannot have known; empty if all that it read is in the template.
     *
     * @param resources the logical ids of the resource's stack: a reference to anything else is to a parameter
     */
    static Optional<String> in(TemplateResource resource, NagRules.Rule rule, Set<String> resources) {
        var compared = COMPARED.getOrDefault(rule.name(), Set.of());
        return resource.properties().properties().stream()
                .filter(property -> isRead(rule.reads(), property.getKey()))
                .flatMap(property -> Stream.concat(
                                undecided(property.getValue()).stream(),
                                compared.contains(lower(property.getKey()))
                                        ? parameter(property.getValue(), resources).stream()
                                        : Stream.empty())
                        .map(why -> property.getKey() + " " + why))
                .findFirst();
    }

    private static boolean isRead(List<String> reads, String property) {
        return reads.stream().anyMatch(property::equalsIgnoreCase);
    }

    private static Optional<String> undecided(JsonNode value) {
        if (value.has(IF)) {
            return Optional.of("depends on the condition "
                    + value.path(IF).path(0).asText() + ", which only the deployment knows");
        }
        if (value.path(REF).asText().equals(NO_VALUE)) {
            return Optional.of("is " + NO_VALUE + ", which the rule takes for a value");
        }
        return inside(value).map(OpenValue::undecided).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> parameter(JsonNode value, Set<String> resources) {
        var target = value.path(REF).asText();
        if (value.has(REF) ? !resources.contains(target) : value.has("Fn::FindInMap") || value.has("Fn::ImportValue")) {
            return Optional.of("is known at deployment only");
        }
        return inside(value)
                .map(inner -> parameter(inner, resources))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<JsonNode> inside(JsonNode value) {
        return value.isContainerNode() ? value.valueStream().filter(Objects::nonNull) : Stream.empty();
    }

    private static String lower(String property) {
        return property.toLowerCase(Locale.ROOT);
    }
}
