package io.cordon.network;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * An interface endpoint as {@code AWS/PrivateLinkEndpoints} knows it, every minute in which it had traffic: under all four
 * dimensions together.
 *
 * @param endpoint the endpoint
 * @param vpc the VPC that it lies in
 * @param service the short name of the service behind it, such as {@code kms}
 */
public record PrivateLink(IInterfaceVpcEndpoint endpoint, IVpc vpc, String service) {
    /** Returns a metric of the endpoint; sum of five minutes. */
    public Metric sum(String name) {
        return metric(name, "Sum");
    }

    /** Returns a metric of the endpoint; the most in five minutes. */
    public Metric maximum(String name) {
        return metric(name, "Maximum");
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/PrivateLinkEndpoints")
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(new TreeMap<>(Map.of(
                        "Endpoint Type",
                        "Interface",
                        "Service Name",
                        "com.amazonaws." + Stack.of(endpoint).getRegion() + "." + service,
                        "VPC Endpoint Id",
                        endpoint.getVpcEndpointId(),
                        "VPC Id",
                        vpc.getVpcId())))
                .build();
    }
}
