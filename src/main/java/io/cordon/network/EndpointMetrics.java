package io.cordon.network;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** What PrivateLink publishes of an interface endpoint as a whole, every minute in which it had traffic. */
final class EndpointMetrics {
    private EndpointMetrics() {}

    static Metric of(IsolatedNetwork network, String service, String name, String statistic) {
        var endpoints = network.getInterfaceEndpoints();
        var endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("service: " + service + "; one of " + endpoints.keySet()
                    + ", since AWS publishes none for gateway endpoints; name it in interfaceEndpoints");
        }
        return Metric.Builder.create()
                .namespace("AWS/PrivateLinkEndpoints")
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(new TreeMap<>(Map.of(
                        "Endpoint Type",
                        "Interface",
                        "Service Name",
                        "com.amazonaws." + Stack.of(network).getRegion() + "." + service,
                        "VPC Endpoint Id",
                        endpoint.getVpcEndpointId(),
                        "VPC Id",
                        network.getVpc().getVpcId())))
                .build();
    }
}
