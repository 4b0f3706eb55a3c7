package io.cordon.runtime.jobs;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a job: 32 lower-case base32 characters, 160 random bits, with nothing in them about anybody. */
public record JobId(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{32}");

    /** Refuses any other form. */
    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A job id is 32 characters of a-z and 2-7");
        }
    }

    /** A new one that nobody can guess. */
    public static JobId random() {
        // Made for each use: a generator kept from start-up would be part of a SnapStart snapshot, and each copy of the
        // function woken from it would begin with the same state.
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        random.ints(32, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return new JobId(id.toString());
    }

    /** Reads what a caller sent; empty when it cannot be a job's id. */
    public static Optional<JobId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
    }
}
