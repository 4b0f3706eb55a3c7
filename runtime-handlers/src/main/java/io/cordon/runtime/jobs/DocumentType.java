package io.cordon.runtime.jobs;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be processed, and how much of it a model takes. The limits are those of a message of Bedrock's Converse: 3.75
 * MB for an image and 4.5 MB for a document, a megabyte being read as the smaller one, of 1,000,000 bytes
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html).
 */
public enum DocumentType {
    /** A PDF. */
    PDF("application/pdf", "pdf", 4_500_000),
    /** A photograph. */
    JPEG("image/jpeg", "jpeg", 3_750_000),
    /** A picture. */
    PNG("image/png", "png", 3_750_000),
    /** Plain text in UTF-8. */
    TEXT("text/plain", "txt", 4_500_000);

    private final String mediaType;
    private final String format;
    private final long largestBytes;

    DocumentType(String mediaType, String format, long largestBytes) {
        this.mediaType = mediaType;
        this.format = format;
        this.largestBytes = largestBytes;
    }

    /** The type with this media type, if it is one of ours. */
    public static Optional<DocumentType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** As callers announce it. */
    public String mediaType() {
        return mediaType;
    }

    /** As Converse calls it. */
    public String format() {
        return format;
    }

    /** The longest one that a model takes, in bytes. */
    public long largestBytes() {
        return largestBytes;
    }
}
