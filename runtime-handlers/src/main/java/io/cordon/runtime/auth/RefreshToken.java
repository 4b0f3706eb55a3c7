package io.cordon.runtime.auth;

import io.cordon.runtime.platform.Sha256;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What renews a session: its id and a secret of 256 random bits, of which only the SHA-256 is kept. */
record RefreshToken(String session, String secret) {
    private static final int SESSION_BITS = 192;
    private static final int SECRET_BITS = 256;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{32})\\.([A-Za-z0-9_-]{43})");

    /** The first one of a new session. */
    static RefreshToken first() {
        return new RefreshToken(RandomText.ofBits(SESSION_BITS), RandomText.ofBits(SECRET_BITS));
    }

    /** The next one of the same session. */
    RefreshToken next() {
        return new RefreshToken(session, RandomText.ofBits(SECRET_BITS));
    }

    /** Reads what a caller sent; empty when it cannot be one. */
    static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new RefreshToken(form.group(1), form.group(2))) : Optional.empty();
    }

    /** What is kept of the secret. */
    String hash() {
        return Sha256.hex(secret);
    }

    /** As it is handed out. */
    String text() {
        return session + "." + secret;
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
