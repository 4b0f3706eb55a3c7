package io.cordon.audit;

import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What the signals of {@code policies/trail-signals.json} count in one trail, each over five minutes. */
public interface TrailMetrics {
    /**
     * Returns the metric of one signal, by its name in the policy; sum.
     *
     * @throws IllegalStateException if the trail does not record what the signal counts
     */
    Metric metric(String signal);

    /** Calls by the root user; sum. */
    default Metric metricRootUse() {
        return metric("RootUse");
    }

    /** Calls by the root user, with options. */
    default Metric metricRootUse(MetricOptions options) {
        return metricRootUse().with(options);
    }

    /** Refused calls, of stores' contents too if the trail records them; sum. */
    default Metric metricDeniedCalls() {
        return metric("DeniedCalls");
    }

    /** Refused calls, of stores' contents too if the trail records them, with options. */
    default Metric metricDeniedCalls(MetricOptions options) {
        return metricDeniedCalls().with(options);
    }

    /** Changes of IAM policies, boundaries and trust; sum. */
    default Metric metricPolicyChanges() {
        return metric("PolicyChanges");
    }

    /** Changes of IAM policies, boundaries and trust, with options. */
    default Metric metricPolicyChanges(MetricOptions options) {
        return metricPolicyChanges().with(options);
    }

    /** Changes of any trail, and stops of its logging; sum. */
    default Metric metricTrailChanges() {
        return metric("TrailChanges");
    }

    /** Changes of any trail, and stops of its logging, with options. */
    default Metric metricTrailChanges(MetricOptions options) {
        return metricTrailChanges().with(options);
    }

    /** Changes of keys, their policies and aliases; sum. */
    default Metric metricKeyChanges() {
        return metric("KeyChanges");
    }

    /** Changes of keys, their policies and aliases, with options. */
    default Metric metricKeyChanges(MetricOptions options) {
        return metricKeyChanges().with(options);
    }

    /** Keys whose deletion was scheduled; sum. */
    default Metric metricKeyDeletions() {
        return metric("KeyDeletions");
    }

    /** Keys whose deletion was scheduled, with options. */
    default Metric metricKeyDeletions(MetricOptions options) {
        return metricKeyDeletions().with(options);
    }

    /** Failed sign-ins to the console; sum. */
    default Metric metricSignInFailures() {
        return metric("SignInFailures");
    }

    /** Failed sign-ins to the console, with options. */
    default Metric metricSignInFailures(MetricOptions options) {
        return metricSignInFailures().with(options);
    }

    /** Refused reads and writes of what the stores hold; sum. */
    default Metric metricDeniedDataCalls() {
        return metric("DeniedDataCalls");
    }

    /** Refused reads and writes of what the stores hold, with options. */
    default Metric metricDeniedDataCalls(MetricOptions options) {
        return metricDeniedDataCalls().with(options);
    }
}
