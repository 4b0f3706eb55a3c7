package io.cordon.audit;

import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.CheckPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.IRule;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Proves that a trail records what its stack says, and that nobody changed or removed what it delivered of its home
 * region: a deployment fails if the trail does not record, and every day its settings and selectors, the home region's
 * signed digests and each log file that they vouch for are verified. Files of other regions are not.
 */
public final class TrailWatch extends Construct {
    /** The function's name in the manifest, by which {@code FunctionManifest} tells which endpoints it needs. */
    public static final String FUNCTION = "trail-check";

    private final RuntimeFunction function;
    private final IRule schedule;
    private final TrailWatchMetrics metrics;

    /** Creates the watch with the properties that {@code props} states. */
    public TrailWatch(Construct scope, String id, Consumer<TrailWatchProps.Builder> props) {
        this(scope, id, TrailWatchProps.from(props));
    }

    /** Creates the watch. */
    public TrailWatch(Construct scope, String id, TrailWatchProps props) {
        super(scope, id);

        var namespace = props.namespaceFor(this);
        this.metrics = new TrailWatchMetrics(namespace);
        this.function = function(namespace, props);
        this.schedule = daily();
        var check = atEachDeployment(props);
        if (props.alarmTopic != null) {
            TrailWatchAlarms.create(this, metrics, props.alarmTopic, check);
        }
    }

    /** Returns the function that checks. */
    public IFunction getFunction() {
        return function.getFunction();
    }

    /** Returns the same function with its metrics, role, log and dead letters. */
    public RuntimeFunction getRuntimeFunction() {
        return function;
    }

    /** Returns the rule that starts the daily check. */
    public IRule getSchedule() {
        return schedule;
    }

    /** Returns {@code TrailVerified}: checks that found nothing wrong; sum over one day. */
    public Metric metricTrailVerified() {
        return metricTrailVerified(MetricOptions.builder().build());
    }

    /** Returns {@code TrailVerified} with other statistic, period or label. */
    public Metric metricTrailVerified(MetricOptions options) {
        return metrics.verified().with(options);
    }

    /** Returns {@code TrailProblems}: things that were wrong; sum over one day. */
    public Metric metricTrailProblems() {
        return metricTrailProblems(MetricOptions.builder().build());
    }

    /** Returns {@code TrailProblems} with other statistic, period or label. */
    public Metric metricTrailProblems(MetricOptions options) {
        return metrics.problems().with(options);
    }

    private RuntimeFunction function(String namespace, TrailWatchProps props) {
        return new RuntimeFunction(this, "Check", it -> {
            it.function(FUNCTION)
                    .bind("trail", props.trail.arn())
                    .bind("trailLogs", props.bucket, props.key, props.root())
                    .setting("expectedTrail", props.trail.expected(this))
                    .setting("metricsNamespace", namespace)
                    .key(props.functionKey)
                    .reservedConcurrency(props.reservedConcurrency);
            props.place(it);
        });
    }

    /** At an hour when few people deploy: the check and a deployment wait for each other. */
    private IRule daily() {
        return Rule.Builder.create(this, "Daily")
                .description("Verifies a trail once a day")
                .schedule(Schedule.cron(
                        CronOptions.builder().hour("3").minute("17").build()))
                .targets(List.of(
                        LambdaFunction.Builder.create(function.getAlias()).build()))
                .build();
    }

    private CustomResource atEachDeployment(TrailWatchProps props) {
        Map<String, Object> properties = new TreeMap<>(props.trail.settings());
        properties.put("Trail", props.trail.arn().value());
        properties.put("Expected", props.trail.expected(this));
        properties.put("Bucket", props.bucket.getBucketName());
        var minutes = CheckPolicy.current().trailCheckMinutes().value();
        var check = CustomResource.Builder.create(this, "Deployment")
                .resourceType("Custom::TrailCheck")
                .serviceToken(function.getAlias().getFunctionArn())
                .serviceTimeout(Duration.minutes(minutes))
                .properties(properties)
                .build();
        check.getNode().addDependency(props.trail.constructs().toArray(IDependable[]::new));
        check.getNode().addDependency(props.after.toArray(IDependable[]::new));
        return check;
    }
}
