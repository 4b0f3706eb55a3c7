package io.cordon.functions;

import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What AWS publishes about a function that is called through its alias: dimensions {@code FunctionName} and
 * {@code Resource}. The metrics that its own code emits are in its entry of the manifest.
 */
public interface FunctionMetrics {
    /** Returns the alias that is called. */
    IAlias getAlias();

    /** Returns the queue of events that failed for good. */
    IQueue getDeadLetterQueue();

    /** Returns {@code Invocations}: how often it was called, throttled calls left out; sum over 5 minutes. */
    default Metric metricInvocations() {
        return getAlias().metricInvocations();
    }

    /** Returns {@code Invocations} with other statistic, period or label. */
    default Metric metricInvocations(MetricOptions options) {
        return getAlias().metricInvocations(options);
    }

    /** Returns {@code Errors}: calls that ended in an exception or a timeout; sum over 5 minutes. */
    default Metric metricErrors() {
        return getAlias().metricErrors();
    }

    /** Returns {@code Errors} with other statistic, period or label. */
    default Metric metricErrors(MetricOptions options) {
        return getAlias().metricErrors(options);
    }

    /** Returns {@code Duration} in milliseconds, initialisation left out; average over 5 minutes. */
    default Metric metricDuration() {
        return getAlias().metricDuration();
    }

    /** Returns {@code Duration} with other statistic, period or label. */
    default Metric metricDuration(MetricOptions options) {
        return getAlias().metricDuration(options);
    }

    /** Returns {@code Throttles}: calls refused because the reserved concurrency was in use; sum over 5 minutes. */
    default Metric metricThrottles() {
        return getAlias().metricThrottles();
    }

    /** Returns {@code Throttles} with other statistic, period or label. */
    default Metric metricThrottles(MetricOptions options) {
        return getAlias().metricThrottles(options);
    }

    /** Returns {@code ApproximateNumberOfMessagesVisible} of the dead-letter queue; maximum over 5 minutes. */
    default Metric metricDeadLetters() {
        return getDeadLetterQueue().metricApproximateNumberOfMessagesVisible();
    }

    /** Returns {@code ApproximateNumberOfMessagesVisible} with other statistic, period or label. */
    default Metric metricDeadLetters(MetricOptions options) {
        return getDeadLetterQueue().metricApproximateNumberOfMessagesVisible(options);
    }
}
