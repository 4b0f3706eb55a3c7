package io.cordon.runtime.jobs;

import io.cordon.runtime.platform.Sha256;
import java.util.Arrays;
import java.util.List;

/** What a caller announces to upload: its media type, and its exact length in bytes. */
public record Document(String contentType, long contentLength) {
    /** The media types that can be processed. */
    public static final List<String> TYPES =
            Arrays.stream(DocumentType.values()).map(DocumentType::mediaType).toList();

    /** Equal for equal documents; a second request with the same idempotency key must have the same one. */
    public String fingerprint() {
        return Sha256.hex(contentType + "\n" + contentLength);
    }
}
