package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of types: what to say when a property says something. The first that applies speaks.
 *
 * @param key where the type names its key
 * @param at where to look; nowhere if the line always applies
 * @param equals what must stand there; anything if it is not given
 * @param seconds whether what stands there are seconds
 * @param says what to say, with {@code %s} for what stands there
 * @param by what finds the words where a line cannot
 */
record Clause(
        @Nullable String key,
        @Nullable String at,
        @Nullable String equals,
        boolean seconds,
        @Nullable String says,
        @Nullable String by) {
    private static final long DAY = 86_400;

    /** Returns the words for {@code properties} if this line applies. */
    Optional<String> words(JsonNode properties) {
        if (says == null || at == null) {
            return Optional.ofNullable(says);
        }
        var stated = Stated.at(properties, at);
        if (stated.isAbsent()) {
            return Optional.empty();
        }
        if (stated.open()) {
            return equals == null && !says.contains("%s") ? Optional.of(says) : Optional.of(Stated.OPEN);
        }
        var text = stated.value().asText();
        return equals == null || equals.equals(text)
                ? Optional.of(says.replace("%s", seconds ? period(text) : text))
                : Optional.empty();
    }

    private static String period(String text) {
        if (!text.matches("\\d{1,12}")) {
            return text;
        }
        var value = Long.parseLong(text);
        if (value % DAY != 0) {
            return value + " seconds";
        }
        return value == DAY ? "1 day" : value / DAY + " days";
    }
}
