package io.cordon.api;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;

/** What a regional API uses must lie in its region; CloudFormation says so only after minutes, and in other words. */
final class SameRegion {
    private static final int REGION = 3;

    private SameRegion() {}

    /**
     * Checks what can be known at synth.
     *
     * @throws IllegalArgumentException if the resource of {@code arn} lies in another region than {@code stack}
     */
    static void check(String property, String arn, Stack stack) {
        var region = stack.getRegion();
        if (Token.isUnresolved(arn) || Token.isUnresolved(region)) {
            return;
        }
        var parts = arn.split(":");
        if (parts.length > REGION && !parts[REGION].equals(region)) {
            throw new IllegalArgumentException("ProtectedRestApi: " + property + ": " + arn + "; the API is regional,"
                    + " so it must lie in " + region + "; pass one of that region");
        }
    }
}
