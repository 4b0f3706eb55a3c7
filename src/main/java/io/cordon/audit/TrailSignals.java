package io.cordon.audit;

import io.cordon.policies.TrailSignalPolicy;
import io.cordon.policies.TrailSignalPolicy.Records;
import io.cordon.policies.TrailSignalPolicy.TrailSignal;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The signals of {@code policies/trail-signals.json} that one trail can give: a metric each, and perhaps an alarm. */
final class TrailSignals extends Construct {
    private final Map<String, Metric> metrics = new TreeMap<>();

    TrailSignals(Construct scope, ILogGroup logs, HipaaTrailProps props) {
        super(scope, "Signals");

        for (var signal : TrailSignalPolicy.current().signals()) {
            if (signal.records() == Records.MANAGEMENT ? props.managementEvents : props.hasDataEvents()) {
                var metric = metric(signal, logs, props.trailName);
                metrics.put(signal.name(), metric);
                if (props.alarmTopic != null) {
                    alarm(signal, metric, props.alarmTopic);
                }
            }
        }
    }

    Metric metric(String name) {
        var metric = metrics.get(name);
        if (metric == null) {
            throw new IllegalStateException(
                    name + ": " + getNode().getPath() + " does not record what it counts; management signals need"
                            + " managementEvents(), data signals dataEventsOf(stores)");
        }
        return metric;
    }

    /** The namespace carries the trail's name: two trails must never count into one metric. */
    private Metric metric(TrailSignal signal, ILogGroup logs, String trailName) {
        return MetricFilter.Builder.create(this, signal.name())
                .logGroup(logs)
                .filterPattern(FilterPattern.literal(signal.pattern()))
                .metricNamespace("Cordon/Trail/" + trailName)
                .metricName(signal.name())
                .metricValue("1")
                .defaultValue(0)
                .build()
                .metric()
                .with(MetricOptions.builder()
                        .statistic("Sum")
                        .period(Duration.minutes(5))
                        .build());
    }

    private void alarm(TrailSignal signal, Metric metric, ITopic topic) {
        Alarm.Builder.create(this, signal.name() + "Alarm")
                .metric(metric)
                .alarmDescription(signal.advice())
                .threshold(signal.threshold())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(new SnsAction(topic));
    }
}
