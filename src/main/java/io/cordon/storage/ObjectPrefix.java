package io.cordon.storage;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** The start of object keys; it ends with a slash, or {@code in} would also name {@code incoming/}. */
final class ObjectPrefix {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9!_.'()-]+/)+");

    private ObjectPrefix() {}

    static Optional<String> problem(String property, String prefix) {
        return Token.isUnresolved(prefix) || FORM.matcher(prefix).matches()
                ? Optional.empty()
                : Optional.of(property + ": " + prefix + "; letters, digits and ! _ . ' ( ) - between slashes, no"
                        + " leading slash, one at the end; write incoming/");
    }

    /** Returns {@code prefix} if it is one. */
    static String checked(String prefix) {
        problem("prefix", prefix).ifPresent(it -> {
            throw new IllegalArgumentException(it);
        });
        return prefix;
    }
}
