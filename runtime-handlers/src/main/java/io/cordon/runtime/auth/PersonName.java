package io.cordon.runtime.auth;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a person's name: 1 to 100 characters, none that controls or turns text. */
final class PersonName {
    /** In words for whoever sent another. */
    static final String FORM = "is 1 to 100 characters, none of them a control character";

    private static final Pattern PATTERN =
            Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]{1,100}");

    private PersonName() {}

    static Optional<String> of(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(text.trim()) : Optional.empty();
    }
}
