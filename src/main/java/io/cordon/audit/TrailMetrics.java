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

    /** Changes of metric filters, log groups and alarms; sum. */
    default Metric metricWatchChanges() {
        return metric("WatchChanges");
    }

    /** Changes of metric filters, log groups and alarms, with options. */
    default Metric metricWatchChanges(MetricOptions options) {
        return metricWatchChanges().with(options);
    }

    /** Changes of who hears of alarms and of what starts checks; sum. */
    default Metric metricListenerChanges() {
        return metric("ListenerChanges");
    }

    /** Changes of who hears of alarms and of what starts checks, with options. */
    default Metric metricListenerChanges(MetricOptions options) {
        return metricListenerChanges().with(options);
    }

    /** Changes of functions, their permissions and concurrency; sum. */
    default Metric metricFunctionChanges() {
        return metric("FunctionChanges");
    }

    /** Changes of functions, their permissions and concurrency, with options. */
    default Metric metricFunctionChanges(MetricOptions options) {
        return metricFunctionChanges().with(options);
    }

    /** Changes that give a network a way out; sum. */
    default Metric metricRouteChanges() {
        return metric("RouteChanges");
    }

    /** Changes that give a network a way out, with options. */
    default Metric metricRouteChanges(MetricOptions options) {
        return metricRouteChanges().with(options);
    }

    /** Changes of security groups and network ACLs; sum. */
    default Metric metricFirewallChanges() {
        return metric("FirewallChanges");
    }

    /** Changes of security groups and network ACLs, with options. */
    default Metric metricFirewallChanges(MetricOptions options) {
        return metricFirewallChanges().with(options);
    }

    /** Changes of what protects buckets; sum. */
    default Metric metricBucketChanges() {
        return metric("BucketChanges");
    }

    /** Changes of what protects buckets, with options. */
    default Metric metricBucketChanges(MetricOptions options) {
        return metricBucketChanges().with(options);
    }

    /** Changes of what protects backups, and copies of tables; sum. */
    default Metric metricBackupChanges() {
        return metric("BackupChanges");
    }

    /** Changes of what protects backups, and copies of tables, with options. */
    default Metric metricBackupChanges(MetricOptions options) {
        return metricBackupChanges().with(options);
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
