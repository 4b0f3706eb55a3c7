package io.cordon.compliance.evidence.report;

import io.cordon.compliance.evidence.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One rule asked of one resource, as a test.
 *
 * @param pack the pack that asks
 * @param stack the stack of the resource
 * @param name the rule and the resource
 * @param result what came of it
 * @param message why it failed or was skipped
 * @param details what helps to mend a failure
 * @param line where the resource was made; null if that is not known
 */
record TestCase(
        String pack,
        String stack,
        String name,
        Result result,
        String message,
        String details,
        @Nullable SourceLine line) {

    enum Result {
        PASSED,
        SKIPPED,
        FAILED
    }
}
