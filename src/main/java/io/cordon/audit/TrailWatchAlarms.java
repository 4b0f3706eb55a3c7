package io.cordon.audit;

import io.cordon.policies.CheckPolicy;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;
import software.constructs.IDependable;

/** The two ways in which a watch is heard: it found something, or it has fallen silent. */
final class TrailWatchAlarms {
    private TrailWatchAlarms() {}

    static void create(Construct scope, TrailWatchMetrics metrics, ITopic topic, IDependable firstBeat) {
        problems(scope, metrics).addAlarmAction(new SnsAction(topic));
        var silence = silence(scope, metrics);
        silence.addAlarmAction(new SnsAction(topic));
        // The check at creation counts as the first good one; without it the alarm would begin with a day of alarm.
        silence.getNode().addDependency(firstBeat);
    }

    private static Alarm problems(Construct scope, TrailWatchMetrics metrics) {
        return Alarm.Builder.create(scope, "Problems")
                .alarmDescription(
                        "A trail does not record, or what it delivered was changed or removed. Read the line"
                                + " with findings in the log of trail-check, keep the bucket as it is, and follow the incident plan.")
                .metric(metrics.problems())
                .threshold(1)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    private static Alarm silence(Construct scope, TrailWatchMetrics metrics) {
        var policy = CheckPolicy.current();
        var period = Duration.hours(policy.trailSilencePeriodHours().value());
        return Alarm.Builder.create(scope, "Silence")
                .alarmDescription(
                        "No check has found the trail in order for a day and a half. Read the log and the dead"
                                + " letters of trail-check.")
                .metric(metrics.verified()
                        .with(MetricOptions.builder().period(period).build()))
                .threshold(1)
                .evaluationPeriods(policy.trailSilencePeriods().value())
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.BREACHING)
                .build();
    }
}
