package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.Resolver;
import java.util.List;
import java.util.stream.Collectors;

/** The conditions of a statement as text. */
final class Conditions {
    private Conditions() {}

    static List<String> of(JsonNode statement, TemplateResource speaker, Resolver resolver) {
        return statement.path("Condition").properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream()
                        .map(key -> key.getKey() + " " + operator.getKey() + " "
                                + values(key.getValue(), speaker, resolver)))
                .sorted()
                .toList();
    }

    private static String values(JsonNode values, TemplateResource speaker, Resolver resolver) {
        return PolicyText.many(values)
                .map(it -> resolver.readable(resolver.text(it, speaker.stack())))
                .collect(Collectors.joining(", "));
    }
}
