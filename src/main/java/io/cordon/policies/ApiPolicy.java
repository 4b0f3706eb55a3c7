package io.cordon.policies;

import java.util.List;

/**
 * What the front door of an API lets in, and what it answers to the rest: {@code policies/api.json}.
 *
 * @param throttlingRate requests a second that a stage takes
 * @param throttlingBurst requests at once that a stage takes
 * @param accountRate requests a second that an account takes
 * @param accountBurst requests at once that an account takes
 * @param authorizerCacheSeconds the longest that an authorizer's answer is remembered
 * @param integrationSeconds the longest that a function may take
 * @param pathResources path resources of one API
 * @param corsMaxAgeSeconds how long a browser remembers what an origin may do
 * @param retryAfterSeconds how long a throttled client waits
 * @param shortestOpenReason the least that a reason for an open route says
 * @param problems what is answered where no function is
 */
public record ApiPolicy(
        Figure throttlingRate,
        Figure throttlingBurst,
        Figure accountRate,
        Figure accountBurst,
        Figure authorizerCacheSeconds,
        Figure integrationSeconds,
        Figure pathResources,
        Figure corsMaxAgeSeconds,
        Figure retryAfterSeconds,
        Figure shortestOpenReason,
        List<Problem> problems) {

    private static final ApiPolicy CURRENT = PolicyFile.read("api.json", ApiPolicy.class);

    /**
     * What API Gateway answers by itself in one case.
     *
     * @param type API Gateway's name of the case
     * @param status the status; 0 leaves it as it is
     * @param kind the end of the problem's type
     * @param title what a person reads
     */
    public record Problem(String type, int status, String kind, String title) {}

    /** Returns the policy on the class path. */
    public static ApiPolicy current() {
        return CURRENT;
    }
}
