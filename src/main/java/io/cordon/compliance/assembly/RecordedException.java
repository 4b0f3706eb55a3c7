package io.cordon.compliance.assembly;

import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement as the assembly records it, or an exception as a file states it; governed or not.
 *
 * @param path the construct it was made on
 * @param id what it excuses, as recorded
 * @param reason why
 * @param terms who answers for it and until when; absent if it was not made through {@code Acknowledge}
 */
public record RecordedException(
        String path, String id, String reason, @Nullable Terms terms) {
    /** The type of the construct metadata that carries the terms into the assembly. */
    public static final String TERMS_METADATA = "cordon:exception";

    /**
     * What governs an exception.
     *
     * @param owner who answers for it
     * @param expires its last day, as text
     * @param compensation what protects the data instead
     * @param ticket where it was decided; may be empty if it was made in code
     * @param file the file and the place in it that states it; empty if it was made in code
     */
    public record Terms(String owner, String expires, String compensation, String ticket, String file) {}

    /** Returns the file and the place in it that states it; empty if it was made in code. */
    public String file() {
        return terms == null ? "" : terms.file();
    }

    /** Whether it was made on the construct at {@code other} or above it. */
    public boolean covers(String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + "/");
    }
}
