package io.cordon.policies;

/**
 * When an alarm is raised: {@code policies/thresholds.json}.
 *
 * @param sustainedPeriods how long what is slow or full must last
 * @param functionErrors failed calls of a function
 * @param eventErrors failed calls of a function that only events start
 * @param keysUnavailable requests that an authorizer had to fail for want of keys
 * @param functionThrottles refused calls of a function
 * @param timeoutPercent how near a function may come to its timeout
 * @param concurrencyPercent how much of its reservation a function may use
 * @param deadLetters events that failed for good
 * @param tableThrottles reads or writes that a table refused
 * @param apiServerErrors answers of the 5XX kind
 * @param apiLatencyMilliseconds the slowest hundredth of the requests
 * @param bucketGigabytes how much may lie in a bucket
 * @param queueAgeSeconds how long a message may wait
 * @param endpointPacketsDropped packets that an endpoint dropped
 * @param modelServerErrors calls that Bedrock failed
 * @param modelThrottles calls that Bedrock refused
 * @param modelLatencyMilliseconds the slowest hundredth of a model's calls
 * @param blockedRequests requests that a web ACL blocked
 * @param refusedRequests answers 401 or 403 of an API
 * @param retryWaitSeconds what Lambda waits between the tries of an event, all together
 * @param deliveryFailures events that a rule could not deliver
 * @param documentsFailed documents that ended in a failure
 * @param documentsGivenUp documents that failed through no fault of theirs
 * @param documentsFailedPercent the share of an hour's documents that ended so
 * @param documentsJudged the fewest documents of which a share is told
 * @param modelTurnedAway documents that a model had no room for
 * @param callsUnsettled calls of a model that may have cost something unknown
 * @param pricesMissing calls of a model without a price
 * @param dailyCostUsd what the calls of models may cost in a day
 */
public record ThresholdPolicy(
        Figure sustainedPeriods,
        Figure functionErrors,
        Figure eventErrors,
        Figure keysUnavailable,
        Figure functionThrottles,
        Figure timeoutPercent,
        Figure concurrencyPercent,
        Figure deadLetters,
        Figure tableThrottles,
        Figure apiServerErrors,
        Figure apiLatencyMilliseconds,
        Figure bucketGigabytes,
        Figure queueAgeSeconds,
        Figure endpointPacketsDropped,
        Figure modelServerErrors,
        Figure modelThrottles,
        Figure modelLatencyMilliseconds,
        Figure blockedRequests,
        Figure refusedRequests,
        Figure retryWaitSeconds,
        Figure deliveryFailures,
        Figure documentsFailed,
        Figure documentsGivenUp,
        Figure documentsFailedPercent,
        Figure documentsJudged,
        Figure modelTurnedAway,
        Figure callsUnsettled,
        Figure pricesMissing,
        Figure dailyCostUsd) {

    private static final ThresholdPolicy CURRENT = PolicyFile.read("thresholds.json", ThresholdPolicy.class);

    /** Returns the policy on the class path. */
    public static ThresholdPolicy current() {
        return CURRENT;
    }
}
