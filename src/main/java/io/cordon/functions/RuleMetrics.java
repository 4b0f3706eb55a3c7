package io.cordon.functions;

import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.IRule;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What EventBridge publishes about a rule of the default bus, when it is not zero: namespace {@code AWS/Events}, dimension
 * {@code RuleName}. The names are those of EventBridge's user guide, "Monitoring Amazon EventBridge".
 */
public interface RuleMetrics {
    /** Returns the rule. */
    IRule getRule();

    /** Returns the queue of events that could not be delivered. */
    IQueue getDeadLetterQueue();

    /** Returns {@code Invocations}: deliveries that succeeded or failed for good; sum over 5 minutes. */
    default Metric metricInvocations() {
        return metric("Invocations");
    }

    /** Returns {@code Invocations} with other statistic, period or label. */
    default Metric metricInvocations(MetricOptions options) {
        return metricInvocations().with(options);
    }

    /** Returns {@code FailedInvocations}: events that could not be delivered at all; sum over 5 minutes. */
    default Metric metricFailedInvocations() {
        return metric("FailedInvocations");
    }

    /** Returns {@code FailedInvocations} with other statistic, period or label. */
    default Metric metricFailedInvocations(MetricOptions options) {
        return metricFailedInvocations().with(options);
    }

    /** Returns {@code InvocationsSentToDlq}: events that became dead letters; sum over 5 minutes. */
    default Metric metricInvocationsSentToDlq() {
        return metric("InvocationsSentToDlq");
    }

    /** Returns {@code InvocationsSentToDlq} with other statistic, period or label. */
    default Metric metricInvocationsSentToDlq(MetricOptions options) {
        return metricInvocationsSentToDlq().with(options);
    }

    /** Returns {@code InvocationsFailedToBeSentToDlq}: events that are lost; sum over 5 minutes. */
    default Metric metricInvocationsFailedToBeSentToDlq() {
        return metric("InvocationsFailedToBeSentToDlq");
    }

    /** Returns {@code InvocationsFailedToBeSentToDlq} with other statistic, period or label. */
    default Metric metricInvocationsFailedToBeSentToDlq(MetricOptions options) {
        return metricInvocationsFailedToBeSentToDlq().with(options);
    }

    /** Returns {@code ApproximateNumberOfMessagesVisible} of the dead-letter queue; maximum over 5 minutes. */
    default Metric metricDeadLetters() {
        return getDeadLetterQueue().metricApproximateNumberOfMessagesVisible();
    }

    /** Returns {@code ApproximateNumberOfMessagesVisible} with other statistic, period or label. */
    default Metric metricDeadLetters(MetricOptions options) {
        return metricDeadLetters().with(options);
    }

    private Metric metric(String name) {
        return Metric.Builder.create()
                .namespace("AWS/Events")
                .metricName(name)
                .statistic("Sum")
                .dimensionsMap(Map.of("RuleName", getRule().getRuleName()))
                .build();
    }
}
