package io.cordon.runtime.identity;

import java.util.Map;

/**
 * What a person has said of a set that was held back: {@code "accept": "google:<fingerprint>"} in an event of their own.
 * Whoever may invoke the function may say so; the invocation is in the trail.
 */
record Acceptance(String words) {
    static Acceptance in(Map<String, Object> event) {
        return new Acceptance(event.get("accept") instanceof String text ? text : "");
    }

    boolean covers(Provider provider, KeySet keys) {
        return words.equals(provider.word() + ":" + keys.fingerprint());
    }
}
