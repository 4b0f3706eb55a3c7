package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.IRestApi;

/** A regional web ACL: what it blocks. */
public final class WebAclMonitor implements Monitor {
    private final String title;
    private final KnownMetrics metrics;
    private final Signal blocked;

    /** Watches the web ACL of this region whose visibility configuration has {@code metricName}. */
    public WebAclMonitor(String metricName) {
        this(metricName, KnownMetrics.of("AWS/WAFV2", dimensions(metricName)));
    }

    /** Watches the same under the name of the API that stands behind it. */
    public WebAclMonitor(IRestApi api, String metricName) {
        this(Labels.of(api), KnownMetrics.of("AWS/WAFV2", dimensions(metricName)));
    }

    private WebAclMonitor(String title, KnownMetrics metrics) {
        this.title = title;
        this.metrics = metrics;
        this.blocked = blocked();
    }

    @Override
    public String kind() {
        return "Web ACLs";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(new Graph(
                Page.SECURITY,
                "requests",
                "requests",
                List.of(metrics.metric("AllowedRequests"), metrics.metric("BlockedRequests")),
                List.of(blocked)));
    }

    @Override
    public List<Signal> signals() {
        return List.of(blocked);
    }

    private static Map<String, String> dimensions(String metricName) {
        return new TreeMap<>(Map.of("Region", Aws.REGION, "Rule", "ALL", "WebACL", metricName));
    }

    private Signal blocked() {
        return Signal.of(it -> it.name("web-acl-" + Labels.slug(title) + "-blocked")
                .metric(metrics.metric("BlockedRequests"))
                .atLeast(ThresholdPolicy.current().blockedRequests().value())
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .unit("requests")
                .means("The web ACL " + title + " blocks many requests.")
                .mend("See in its log which rule matches, and whether it is an attack or a client of ours."));
    }
}
