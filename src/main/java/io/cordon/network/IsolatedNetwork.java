package io.cordon.network;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.IGatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * A network from which nothing reaches the internet: functions reach AWS services through endpoints, and nothing else.
 *
 * <p>The isolation rests on routes, not on security groups. No route leads anywhere but to the gateway endpoints, so the
 * functions' rule for {@code 0.0.0.0/0:443} opens no way out; it is needed because gateway endpoints answer from
 * AWS-managed address lists whose ids differ by region and cannot be named without a look-up.
 */
public final class IsolatedNetwork extends Construct {
    private final IVpc vpc;
    private final FlowLogs flowLogs;
    private final SecurityGroup functionSecurityGroup;
    private final Map<String, IGatewayVpcEndpoint> gatewayEndpoints;
    private final Map<String, IInterfaceVpcEndpoint> interfaceEndpoints;

    /** Makes a network from what {@code props} sets. */
    public IsolatedNetwork(Construct scope, String id, Consumer<IsolatedNetworkProps.Builder> props) {
        this(scope, id, built(props));
    }

    /** Makes a network from {@code props}. */
    public IsolatedNetwork(Construct scope, String id, IsolatedNetworkProps props) {
        super(scope, id);

        this.vpc = props.vpc != null ? props.vpc : new IsolatedVpc(this, props).vpc();
        this.flowLogs = new FlowLogs(this, vpc, props);
        this.functionSecurityGroup = functionGroup();
        this.gatewayEndpoints = Endpoints.gateways(this, vpc);
        this.interfaceEndpoints = Endpoints.interfaces(this, props.interfaceEndpoints);
    }

    /** Returns the VPC; its isolated subnets are where functions belong. */
    public IVpc getVpc() {
        return vpc;
    }

    /** Returns the group for functions: nothing in, TCP 443 out. */
    public ISecurityGroup getFunctionSecurityGroup() {
        return functionSecurityGroup;
    }

    /** Returns the log group of every connection. */
    public ILogGroup getFlowLogGroup() {
        return flowLogs.group();
    }

    /** Returns the gateway endpoints by service: {@code s3} and {@code dynamodb}. */
    public Map<String, IGatewayVpcEndpoint> getGatewayEndpoints() {
        return gatewayEndpoints;
    }

    /** Returns the interface endpoints by short service name, in the order given. */
    public Map<String, IInterfaceVpcEndpoint> getInterfaceEndpoints() {
        return interfaceEndpoints;
    }

    /** Packets that an interface endpoint dropped, a sign that it is overloaded; sum of five minutes. */
    public Metric metricPacketsDropped(String service) {
        return metricPacketsDropped(service, MetricOptions.builder().build());
    }

    /**
     * Packets that an interface endpoint dropped.
     *
     * @param service a short name from {@code interfaceEndpoints}
     * @throws IllegalArgumentException if this network has no such endpoint
     */
    public Metric metricPacketsDropped(String service, MetricOptions options) {
        return metric(service, "PacketsDropped").with(options);
    }

    /** Bytes through an interface endpoint in both directions, which is what AWS bills; sum of five minutes. */
    public Metric metricBytesProcessed(String service) {
        return metricBytesProcessed(service, MetricOptions.builder().build());
    }

    /**
     * Bytes through an interface endpoint in both directions.
     *
     * @param service a short name from {@code interfaceEndpoints}
     * @throws IllegalArgumentException if this network has no such endpoint
     */
    public Metric metricBytesProcessed(String service, MetricOptions options) {
        return metric(service, "BytesProcessed").with(options);
    }

    private Metric metric(String service, String name) {
        var endpoint = interfaceEndpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("service: " + service + "; one of " + interfaceEndpoints.keySet()
                    + ", since AWS publishes none for gateway endpoints; name it in interfaceEndpoints");
        }
        return Metric.Builder.create()
                .namespace("AWS/PrivateLinkEndpoints")
                .metricName(name)
                .statistic("Sum")
                .dimensionsMap(new TreeMap<>(Map.of(
                        "Endpoint Type",
                        "Interface",
                        "Service Name",
                        "com.amazonaws." + Stack.of(this).getRegion() + "." + service,
                        "VPC Endpoint Id",
                        endpoint.getVpcEndpointId(),
                        "VPC Id",
                        vpc.getVpcId())))
                .build();
    }

    private SecurityGroup functionGroup() {
        var group = SecurityGroup.Builder.create(this, "Functions")
                .vpc(vpc)
                .description("Functions: nothing in, HTTPS out to the endpoints")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "HTTPS; no route leaves the VPC but to gateway endpoints");
        return group;
    }

    private static IsolatedNetworkProps built(Consumer<IsolatedNetworkProps.Builder> props) {
        var builder = IsolatedNetworkProps.builder();
        props.accept(builder);
        return builder.build();
    }
}
