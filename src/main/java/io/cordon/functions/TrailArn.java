package io.cordon.functions;

import software.amazon.awscdk.interfaces.cloudtrail.ITrailRef;

/**
 * The ARN of a trail, which may be known to the deployment alone.
 *
 * @param value the ARN, or a token that becomes it
 */
public record TrailArn(String value) {
    /** Returns the ARN of {@code trail}. */
    public static TrailArn of(ITrailRef trail) {
        return new TrailArn(trail.getTrailRef().getTrailArn());
    }
}
