package io.cordon.api;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Unit;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** What is counted about one stage: by API Gateway, by the firewall and from the access log. */
final class ApiMetrics {
    private final String name;
    private final String stage;
    private final Construct scope;

    ApiMetrics(Construct scope, String name, String stage) {
        this.scope = scope;
        this.name = name;
        this.stage = stage;
    }

    /** API Gateway counts 401 and 403 as client errors like any other; only the log tells them apart. */
    void count(ILogGroup accessLog, String status, String metric) {
        MetricFilter.Builder.create(scope, metric)
                .logGroup(accessLog)
                .filterPattern(FilterPattern.stringValue("$.status", "=", status))
                .metricNamespace(namespace())
                .metricName(metric)
                .metricValue("1")
                .defaultValue(0)
                .unit(Unit.COUNT)
                .build();
    }

    Metric gateway(String metric, String statistic) {
        return metric("AWS/ApiGateway", metric, statistic, Map.of("ApiName", name), Map.of("Stage", stage));
    }

    Metric blocked() {
        return metric(
                "AWS/WAFV2",
                "BlockedRequests",
                "Sum",
                Map.of("WebACL", name),
                Map.of("Region", Stack.of(scope).getRegion()),
                Map.of("Rule", "ALL"));
    }

    Metric logged(String metric) {
        return metric(namespace(), metric, "Sum");
    }

    private String namespace() {
        return "Cordon/Api/" + name;
    }

    @SafeVarargs
    private static Metric metric(String namespace, String metric, String statistic, Map<String, String>... dimensions) {
        var all = new TreeMap<String, String>();
        for (var dimension : dimensions) {
            all.putAll(dimension);
        }
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .statistic(statistic)
                .period(Duration.minutes(5))
                .dimensionsMap(all.isEmpty() ? null : all)
                .build();
    }
}
