package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;

/** A regional web ACL: what it blocks. */
public final class WebAclMonitor implements Monitor {
    private final String metricName;
    private final KnownMetrics metrics;
    private final Signal blocked;

    /** Watches the web ACL of this region whose visibility configuration has {@code metricName}. */
    public WebAclMonitor(String metricName) {
        this.metricName = metricName;
        this.metrics = KnownMetrics.of(
                "AWS/WAFV2", new TreeMap<>(Map.of("Region", Aws.REGION, "Rule", "ALL", "WebACL", metricName)));
        this.blocked = blocked();
    }

    @Override
    public String kind() {
        return "Web ACLs";
    }

    @Override
    public String title() {
        return metricName;
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

    private Signal blocked() {
        return Signal.of(it -> it.name("web-acl-" + Labels.slug(metricName) + "-blocked")
                .metric(metrics.metric("BlockedRequests"))
                .atLeast(ThresholdPolicy.current().blockedRequests().value())
                .severity(Severity.SECURITY)
                .page(Page.SECURITY)
                .unit("requests")
                .means("The web ACL " + metricName + " blocks many requests.")
                .mend("See in its log which rule matches, and whether it is an attack or a client of ours."));
    }
}
