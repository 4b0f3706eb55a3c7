package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;

/** An interface endpoint: whether traffic passes. */
public final class EndpointMonitor implements Monitor {
    private final String title;
    private final KnownMetrics metrics;
    private final Signal dropped;

    /**
     * Watches {@code endpoint}.
     *
     * @throws IllegalArgumentException if it is imported: its metrics need the service and the VPC, which it does not know
     */
    public EndpointMonitor(IInterfaceVpcEndpoint endpoint) {
        this.title = Labels.of(endpoint);
        this.metrics = KnownMetrics.of("AWS/PrivateLinkEndpoints", dimensions(endpoint));
        this.dropped = dropped();
    }

    @Override
    public String kind() {
        return "Endpoints";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(
                new Graph(Page.OPERATIONS, "connections", "connections", List.of(metrics.metric("ActiveConnections"))),
                new Graph(Page.OPERATIONS, "traffic", "bytes", List.of(metrics.metric("BytesProcessed"))),
                new Graph(Page.OPERATIONS, "dropped", "packets", List.of(dropped.metric()), List.of(dropped)));
    }

    @Override
    public List<Signal> signals() {
        return List.of(dropped);
    }

    private Signal dropped() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-dropped")
                .metric(metrics.metric("PacketsDropped"))
                .atLeast(ThresholdPolicy.current().endpointPacketsDropped().value())
                .periods(ThresholdPolicy.current().sustainedPeriods().value())
                .unit("packets")
                .means("The endpoint " + title + " drops packets.")
                .mend("Look at AWS Health for the service; functions that call it will time out."));
    }

    private Map<String, String> dimensions(IInterfaceVpcEndpoint endpoint) {
        if (!(endpoint.getNode().getDefaultChild() instanceof CfnVPCEndpoint resource)
                || resource.getServiceName() == null) {
            throw new IllegalArgumentException("watch: the endpoint " + title + " is imported; its metrics need its"
                    + " service and its VPC; watch it where it is created");
        }
        return new TreeMap<>(Map.of(
                "Endpoint Type", "Interface",
                "Service Name", resource.getServiceName(),
                "VPC Endpoint Id", endpoint.getVpcEndpointId(),
                "VPC Id", resource.getVpcId()));
    }
}
