package io.cordon.compliance.evidence;

import java.util.Map;
import java.util.Optional;

/**
 * Where constructs were made.
 *
 * @param lines by construct path
 * @param limit what could not be known, as a sentence; empty if nothing
 */
public record Sources(Map<String, SourceLine> lines, String limit) {

    /** Returns the line of a construct, or of the nearest one above it: what the CDK makes by itself has no line. */
    public Optional<SourceLine> of(String path) {
        for (var at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            if (lines.containsKey(at)) {
                return Optional.of(lines.get(at));
            }
        }
        return Optional.empty();
    }
}
