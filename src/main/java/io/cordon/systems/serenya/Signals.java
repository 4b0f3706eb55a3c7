package io.cordon.systems.serenya;

import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import io.cordon.policies.CheckPolicy;
import io.cordon.policies.ThresholdPolicy;
import io.cordon.policies.TrailSignalPolicy;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What must be heard of one stage, beyond what its parts say of themselves. */
record Signals(SerenyaBackend.Parts backend) {
    Signal[] all() {
        var ofReading = new ReadingSignals(backend.functions().process).all();
        var ofSafety = Stream.of(
                deniedDataCalls(),
                trailProblems(),
                trailSilence(),
                failed("backups-failed", backend.stores().backup.metricBackupJobsFailed(), "A nightly backup failed."),
                failed(
                        "restore-test-failed",
                        backend.stores().backup.metricRestoreJobsFailed(),
                        "A backup could not be restored when it was tried."),
                noBackup(),
                refused("requests-unauthorized", backend.api().metricUnauthorized()),
                refused("requests-forbidden", backend.api().metricForbidden()));
        return Stream.concat(ofReading, ofSafety).toArray(Signal[]::new);
    }

    private Signal deniedDataCalls() {
        var policy = TrailSignalPolicy.current().signal("DeniedDataCalls");
        return Signal.of(it -> it.name("denied-data-calls")
                .metric(backend.stores().trail.metricDeniedDataCalls())
                .atLeast(policy.threshold())
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .unit("calls")
                .means("Reads or writes of documents or people were refused.")
                .mend(policy.advice()));
    }

    private Signal trailProblems() {
        return Signal.of(
                it -> it.name("trail-problems")
                        .metric(backend.trailWatch().metricTrailProblems())
                        .atLeast(1)
                        .severity(Severity.SECURITY)
                        .page(Page.SECURITY)
                        .unit("problems")
                        .means("The trail does not record, or what it delivered was changed or removed.")
                        .mend(
                                "Read the findings in the log of trail-check, keep the bucket as it is, follow the incident plan."));
    }

    private Signal trailSilence() {
        var policy = CheckPolicy.current();
        var period = Duration.hours(policy.trailSilencePeriodHours().value());
        return Signal.of(it -> it.name("trail-silence")
                .metric(backend.trailWatch()
                        .metricTrailVerified(
                                MetricOptions.builder().period(period).build()))
                .below(1)
                .periods(policy.trailSilencePeriods().value())
                .heartbeat(true)
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .unit("good checks")
                .means("No check has found the trail in order for a day and a half.")
                .mend("Read the log and the dead letters of trail-check."));
    }

    private static Signal failed(String name, Metric metric, String means) {
        return Signal.of(it -> it.name(name)
                .metric(metric)
                .atLeast(1)
                .severity(Severity.CRITICAL)
                .unit("jobs")
                .means(means)
                .mend("Read the job's message in AWS Backup, mend its cause and start the job by hand."));
    }

    private Signal noBackup() {
        var day = MetricOptions.builder().period(Duration.days(1)).build();
        return Signal.of(it -> it.name("backups-missing")
                .metric(backend.stores().backup.metricBackupJobsCompleted(day))
                .below(1)
                .periods(2)
                .heartbeat(true)
                .severity(Severity.CRITICAL)
                .unit("jobs")
                .means("Nothing was backed up for two days, or not yet at all.")
                .mend("Look whether the backup plan, its selections and its role still exist."));
    }

    private static Signal refused(String name, Metric metric) {
        return Signal.of(
                it -> it.name(name)
                        .metric(metric)
                        .atLeast(ThresholdPolicy.current().refusedRequests().value())
                        .severity(Severity.SECURITY)
                        .page(Page.SECURITY)
                        .unit("answers")
                        .means("Many requests came without a good token, or for what their token does not allow.")
                        .mend(
                                "Read the access log for the routes; if they are many, look the sender up in the firewall's log."));
    }
}
