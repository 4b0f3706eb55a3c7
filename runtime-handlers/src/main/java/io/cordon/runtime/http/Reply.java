package io.cordon.runtime.http;

import java.util.HashMap;
import java.util.Map;

/** An answer: status, headers beside the usual ones, and a JSON body; 204 has none. */
public record Reply(int status, Map<String, String> headers, Map<String, Object> body) {
    private static final int NO_CONTENT = 204;

    /** It is done, and there is nothing to say. */
    public static Reply noContent() {
        return new Reply(NO_CONTENT, Map.of(), Map.of());
    }

    boolean hasContent() {
        return status != NO_CONTENT;
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }
}
