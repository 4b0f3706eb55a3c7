package io.cordon.api;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.Unit;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** Answers that API Gateway counts as client errors like any other: only the access log tells them apart. */
final class CountedAnswers {
    private static final Map<String, String> METRIC_BY_STATUS =
            new TreeMap<>(Map.of("401", "Unauthorized", "403", "Forbidden"));

    private CountedAnswers() {}

    /** The API's name is in it: two APIs must never count into one metric. */
    static String namespace(String api) {
        return "Cordon/Api/" + api;
    }

    static void in(Construct scope, ILogGroup accessLog, String api) {
        METRIC_BY_STATUS.forEach((status, metric) -> MetricFilter.Builder.create(scope, metric)
                .logGroup(accessLog)
                .filterPattern(FilterPattern.stringValue("$.status", "=", status))
                .metricNamespace(namespace(api))
                .metricName(metric)
                .metricValue("1")
                .defaultValue(0)
                .unit(Unit.COUNT)
                .build());
    }
}
