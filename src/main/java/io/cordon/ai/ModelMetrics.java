package io.cordon.ai;

import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * What Bedrock publishes about one model, called through its profile: namespace {@code AWS/Bedrock}, dimension
 * {@code ModelId}, whose value is what the call named, so the id of the profile. They count the whole account and region.
 */
public final class ModelMetrics {
    private final ModelProfile profile;

    ModelMetrics(ModelProfile profile) {
        this.profile = profile;
    }

    /** Returns {@code Invocations}: requests that Bedrock accepted, throttled ones left out; sum over 5 minutes. */
    public Metric metricInvocations() {
        return metric("Invocations", "Sum");
    }

    /** Returns {@code Invocations} with other statistic, period or label. */
    public Metric metricInvocations(MetricOptions options) {
        return metricInvocations().with(options);
    }

    /** Returns {@code InvocationLatency} in milliseconds, until the last token; 99th percentile over 5 minutes. */
    public Metric metricInvocationLatency() {
        return metric("InvocationLatency", "p99");
    }

    /** Returns {@code InvocationLatency} with other statistic, period or label. */
    public Metric metricInvocationLatency(MetricOptions options) {
        return metricInvocationLatency().with(options);
    }

    /** Returns {@code InvocationClientErrors}: requests that were wrong or not allowed; sum over 5 minutes. */
    public Metric metricInvocationClientErrors() {
        return metric("InvocationClientErrors", "Sum");
    }

    /** Returns {@code InvocationClientErrors} with other statistic, period or label. */
    public Metric metricInvocationClientErrors(MetricOptions options) {
        return metricInvocationClientErrors().with(options);
    }

    /** Returns {@code InvocationServerErrors}: requests that Bedrock failed; sum over 5 minutes. */
    public Metric metricInvocationServerErrors() {
        return metric("InvocationServerErrors", "Sum");
    }

    /** Returns {@code InvocationServerErrors} with other statistic, period or label. */
    public Metric metricInvocationServerErrors(MetricOptions options) {
        return metricInvocationServerErrors().with(options);
    }

    /** Returns {@code InvocationThrottles}: requests above the quota; sum over 5 minutes. */
    public Metric metricInvocationThrottles() {
        return metric("InvocationThrottles", "Sum");
    }

    /** Returns {@code InvocationThrottles} with other statistic, period or label. */
    public Metric metricInvocationThrottles(MetricOptions options) {
        return metricInvocationThrottles().with(options);
    }

    /** Returns {@code InputTokenCount}: tokens of prompts; sum over 5 minutes. */
    public Metric metricInputTokenCount() {
        return metric("InputTokenCount", "Sum");
    }

    /** Returns {@code InputTokenCount} with other statistic, period or label. */
    public Metric metricInputTokenCount(MetricOptions options) {
        return metricInputTokenCount().with(options);
    }

    /** Returns {@code OutputTokenCount}: tokens of answers; sum over 5 minutes. */
    public Metric metricOutputTokenCount() {
        return metric("OutputTokenCount", "Sum");
    }

    /** Returns {@code OutputTokenCount} with other statistic, period or label. */
    public Metric metricOutputTokenCount(MetricOptions options) {
        return metricOutputTokenCount().with(options);
    }

    /** Returns {@code CacheReadInputTokens}: tokens of prompts that came from the cache; sum over 5 minutes. */
    public Metric metricCacheReadInputTokens() {
        return metric("CacheReadInputTokens", "Sum");
    }

    /** Returns {@code CacheReadInputTokens} with other statistic, period or label. */
    public Metric metricCacheReadInputTokens(MetricOptions options) {
        return metricCacheReadInputTokens().with(options);
    }

    /** Returns {@code CacheWriteInputTokens}: tokens of prompts that went into the cache; sum over 5 minutes. */
    public Metric metricCacheWriteInputTokens() {
        return metric("CacheWriteInputTokens", "Sum");
    }

    /** Returns {@code CacheWriteInputTokens} with other statistic, period or label. */
    public Metric metricCacheWriteInputTokens(MetricOptions options) {
        return metricCacheWriteInputTokens().with(options);
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/Bedrock")
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(Map.of("ModelId", profile.id()))
                .build();
    }
}
