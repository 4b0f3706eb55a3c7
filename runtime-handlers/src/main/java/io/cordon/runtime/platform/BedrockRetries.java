package io.cordon.runtime.platform;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * When a call of a model is repeated: only where no model can have begun. The SDK's own strategy also repeats after a timeout
 * or a cut connection, and would pay twice for one document.
 */
public final class BedrockRetries {
    /** Throttled or not ready, an error inside, unavailable: what Bedrock's guide says to repeat, with jitter. */
    private static final Set<Integer> STATUSES = Set.of(429, 500, 503);

    /** With the pauses some 7 seconds at most; whoever is still turned away then waits for Lambda's own, longer pause. */
    private static final int ATTEMPTS = 4;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private BedrockRetries() {}

    static RetryStrategy strategy() {
        // Between nothing and the doubled pause, at random, so that those who were turned away together do not return
        // together.
        BackoffStrategy pauses = BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE);
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .retryOnException(BedrockRetries::neverBegan)
                .treatAsThrottling(any -> true)
                .throttlingBackoffStrategy(pauses)
                .backoffStrategy(pauses)
                .maxAttempts(ATTEMPTS)
                .build();
    }

    /** Whether the call failed before any model began to read. */
    public static boolean neverBegan(Throwable failure) {
        if (failure instanceof AwsServiceException refused) {
            return STATUSES.contains(refused.statusCode());
        }
        Throwable root = root(failure);
        return root instanceof ConnectException
                || root instanceof NoRouteToHostException
                || root instanceof UnknownHostException;
    }

    /** What was at the bottom of a failure. */
    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
