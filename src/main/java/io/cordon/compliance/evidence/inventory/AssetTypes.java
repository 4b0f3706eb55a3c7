package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of CloudFormation types: {@code types.json}, the one place that says where a type names its key.
 *
 * @param sources where AWS says what holds when a template says nothing
 * @param settings the types that hold no data of their own; a star in place of the name is all of a service
 * @param types the lines of each other type, by what they speak of
 */
record AssetTypes(Map<String, String> sources, Set<String> settings, Map<String, Map<String, List<Clause>>> types) {
    static final String UNKNOWN = "not known for this type";
    static final String NOT_APPLICABLE = "not applicable";

    private static final String RESOURCE = "types.json";
    private static final AssetTypes CURRENT = read();

    /** What the table speaks of. */
    enum Facet {
        ENCRYPTION,
        RETENTION,
        BACKUP,
        EXPOSURE,
        PROTECTION;

        private List<Clause> of(Map<String, List<Clause>> lines) {
            return lines.getOrDefault(name().toLowerCase(Locale.ROOT), List.of());
        }
    }

    static AssetTypes current() {
        return CURRENT;
    }

    boolean knows(String type) {
        return types.containsKey(type)
                || settings.contains(type)
                || settings.contains(type.substring(0, type.lastIndexOf(':') + 1) + "*");
    }

    List<Clause> lines(String type, Facet facet) {
        return facet.of(types.getOrDefault(type, Map.of()));
    }

    /** Returns what the first line that applies says; what a type has no lines for does not apply to it. */
    String words(String type, Facet facet, JsonNode properties, Function<String, String> by) {
        if (!knows(type)) {
            return UNKNOWN;
        }
        if (Stated.isFunction(properties)) {
            return Stated.OPEN;
        }
        for (var line : lines(type, facet)) {
            var words = line.by() == null ? line.words(properties) : Optional.of(by.apply(line.by()));
            if (words.isPresent()) {
                return words.get();
            }
        }
        return NOT_APPLICABLE;
    }

    private static AssetTypes read() {
        try (var in = Objects.requireNonNull(AssetTypes.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.builder().build().readValue(in, AssetTypes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + ": cannot be read", e);
        }
    }
}
