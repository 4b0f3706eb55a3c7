package io.cordon.functions;

import io.cordon.functions.FunctionEntry.Source;
import io.cordon.functions.FunctionEntry.Variable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.Token;

/** The environment variables of one function. */
final class FunctionEnvironment {
    private FunctionEnvironment() {}

    static Map<String, String> of(
            FunctionEntry entry, Map<String, BoundResource> bindings, Map<String, Object> settings) {
        Map<String, String> environment = new TreeMap<>();
        entry.variables().forEach((name, variable) -> environment.put(name, value(variable, bindings, settings)));
        return environment;
    }

    /** The settings that {@code entry} reads. */
    static Set<String> settingsOf(FunctionEntry entry) {
        Set<String> settings = new TreeSet<>();
        entry.variables().values().stream()
                .filter(variable -> variable.source() == Source.SETTING)
                .forEach(variable -> settings.add(variable.text()));
        return settings;
    }

    /** The size as Lambda counts it; what only the deployment knows counts as nothing. */
    static int bytes(Map<String, String> environment) {
        return environment.entrySet().stream()
                .mapToInt(variable -> length(variable.getKey())
                        + (Token.isUnresolved(variable.getValue()) ? 0 : length(variable.getValue())))
                .sum();
    }

    private static String value(Variable variable, Map<String, BoundResource> bindings, Map<String, Object> settings) {
        return switch (variable.source()) {
            case NAME_OF ->
                Objects.requireNonNull(bindings.get(variable.text())).name();
            case SETTING -> String.valueOf(settings.get(variable.text()));
            case VALUE -> variable.text();
        };
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
