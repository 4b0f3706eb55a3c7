package io.cordon.observe;

import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/**
 * Three dashboards and the alarms of a system, from metrics that exist and thresholds that can be reached.
 *
 * <p>It watches what other stacks create and stands in a stack of its own, which can be deployed and deleted without
 * touching them. Silence is no alarm, but for a heartbeat: there silence is the alarm.
 */
public final class ObservabilityDashboards extends Construct {
    private final AlarmTopics topics;
    private final Map<Signal, Alarm> alarms;
    private final Map<Page, Dashboard> dashboards = new EnumMap<>(Page.class);

    /** Creates the dashboards of what {@code props} watches. */
    public ObservabilityDashboards(Construct scope, String id, Consumer<ObservabilityDashboardsProps.Builder> props) {
        this(scope, id, ObservabilityDashboardsProps.from(props));
    }

    /** Creates the dashboards. */
    public ObservabilityDashboards(Construct scope, String id, ObservabilityDashboardsProps props) {
        super(scope, id);

        this.topics = props.topics != null ? props.topics : new AlarmTopics(this, "Topics", it -> {});
        new UndeclaredMetrics(getNode(), props.monitors).refuse();
        this.alarms = props.signals().stream()
                .collect(Collectors.toMap(
                        signal -> signal, signal -> alarm(signal, props), (a, b) -> a, LinkedHashMap::new));
        for (var page : Page.values()) {
            dashboards.put(page, new DashboardPage(page, props, alarms).in(this));
        }
    }

    /** Returns the topics to which the alarms publish. */
    public AlarmTopics getTopics() {
        return topics;
    }

    /** Returns the alarms, in the order in which things are watched. */
    public List<IAlarm> getAlarms() {
        return List.copyOf(alarms.values());
    }

    /** Returns the three dashboards. */
    public Map<Page, Dashboard> getDashboards() {
        return Collections.unmodifiableMap(dashboards);
    }

    private Alarm alarm(Signal signal, ObservabilityDashboardsProps props) {
        var alarm = Alarm.Builder.create(this, signal.name())
                .alarmName(props.prefix + "-" + signal.name())
                .alarmDescription(signal.description() + (props.runbook == null ? "" : " Runbook: " + props.runbook))
                .metric(signal.metric())
                .threshold(signal.threshold())
                .comparisonOperator(signal.comparison())
                .evaluationPeriods(signal.periods())
                .treatMissingData(signal.missingData())
                .build();
        var topic = new SnsAction(topics.getTopic(signal.severity()));
        alarm.addAlarmAction(topic);
        if (signal.severity() == Severity.CRITICAL) {
            // Whoever was woken is told when it is over; for the rest the dashboard is enough.
            alarm.addOkAction(topic);
        }
        return alarm;
    }
}
