package io.cordon.runtime.upload;

import java.time.Instant;
import java.util.Map;

/** Leave to upload one document: whoever holds the URL may PUT it, with exactly these headers, until it ends. */
public record Invitation(String url, Map<String, String> headers, Instant expiresAt) {
    @Override
    public String toString() {
        return "Invitation[hidden]";
    }
}
