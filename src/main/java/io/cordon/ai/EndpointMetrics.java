package io.cordon.ai;

import io.cordon.network.PrivateLink;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.IVpc;

/** What AWS publishes about the endpoint through which models are called: namespace {@code AWS/PrivateLinkEndpoints}. */
public interface EndpointMetrics {
    /** Returns the endpoint through which models are called. */
    IInterfaceVpcEndpoint getRuntimeEndpoint();

    /** Returns the VPC that it lies in. */
    IVpc getVpc();

    /** Returns {@code PacketsDropped}, a sign that the endpoint is overloaded; sum over 5 minutes. */
    default Metric metricPacketsDropped() {
        return metricPacketsDropped(MetricOptions.builder().build());
    }

    /** Returns {@code PacketsDropped} with other statistic, period or label. */
    default Metric metricPacketsDropped(MetricOptions options) {
        return metricOf(this, "PacketsDropped").with(options);
    }

    /** Returns {@code BytesProcessed} in both directions, which is what AWS bills; sum over 5 minutes. */
    default Metric metricBytesProcessed() {
        return metricBytesProcessed(MetricOptions.builder().build());
    }

    /** Returns {@code BytesProcessed} with other statistic, period or label. */
    default Metric metricBytesProcessed(MetricOptions options) {
        return metricOf(this, "BytesProcessed").with(options);
    }

    private static Metric metricOf(EndpointMetrics link, String name) {
        return new PrivateLink(link.getRuntimeEndpoint(), link.getVpc(), BedrockEndpoints.RUNTIME).sum(name);
    }
}
