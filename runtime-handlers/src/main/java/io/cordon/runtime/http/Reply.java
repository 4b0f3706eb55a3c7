package io.cordon.runtime.http;

import java.util.HashMap;
import java.util.Map;

/** An answer: status, headers beside the usual ones, and a JSON body. */
public record Reply(int status, Map<String, String> headers, Map<String, Object> body) {
    Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }
}
