package io.cordon.policies;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file of {@code policies/} that this library reads from the class path. */
public final class Policies {
    private static final Map<String, Class<? extends Record>> FILES = Map.ofEntries(
            Map.entry("api.json", ApiPolicy.class),
            Map.entry("bedrock/models.json", BedrockModels.class),
            Map.entry("boundary/ai-boundary.json", IamDocument.class),
            Map.entry("checks.json", CheckPolicy.class),
            Map.entry("exceptions.json", ExceptionPolicy.class),
            Map.entry("geographies.json", GeographyPolicy.class),
            Map.entry("hipaa/security-rule.json", SecurityRule.class),
            Map.entry("limits.json", LimitPolicy.class),
            Map.entry("mends.json", MendPolicy.class),
            Map.entry("metrics.json", MetricPolicy.class),
            Map.entry("retention.json", RetentionPolicy.class),
            Map.entry("thresholds.json", ThresholdPolicy.class),
            Map.entry("trail-signals.json", TrailSignalPolicy.class),
            Map.entry("waf.json", WafPolicy.class));

    private Policies() {}

    /** Returns each file by name, with the record that reads it. */
    static Map<String, Class<? extends Record>> files() {
        return Collections.unmodifiableMap(new TreeMap<>(FILES));
    }

    /**
     * Reads every file once, before anything is built from one: found later, a mistake would end in a class that cannot
     * be loaded, and only the first would be told.
     *
     * @throws IllegalStateException naming, for each wrong file, the JSON path, what is wrong and what to write instead
     */
    public static void check() {
        var problems = files().entrySet().stream()
                .flatMap(file -> problem(file.getKey(), file.getValue()))
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(heading(problems) + String.join("\n  ", problems));
        }
    }

    private static String heading(List<String> problems) {
        return (problems.size() == 1 ? "A policy file is" : problems.size() + " policy files are")
                + " wrong; nothing was synthesized:\n  ";
    }

    private static Stream<String> problem(String name, Class<? extends Record> type) {
        try {
            PolicyFile.read(name, type);
            return Stream.empty();
        } catch (RuntimeException e) {
            return Stream.of(String.valueOf(e.getMessage()));
        } catch (ExceptionInInitializerError e) {
            // Making the record loads its class, which reads the file too.
            return Stream.of(String.valueOf(e.getException().getMessage()));
        }
    }
}
