package io.cordon.runtime.upload;

import io.cordon.runtime.platform.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/** An idempotency key: 1 to 128 visible ASCII characters that a caller chose; only its SHA-256 is kept. */
public record RequestKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** Reads what a caller sent; empty when it has another form. */
    public static Optional<RequestKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RequestKey(text)) : Optional.empty();
    }

    String sha256() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "RequestKey[hidden]";
    }
}
