package io.cordon.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.IGatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.INetworkAcl;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * A network from which nothing reaches the internet: functions reach AWS services through endpoints, and nothing else.
 *
 * <p>The isolation rests on routes, not on security groups or network ACLs: both let {@code 0.0.0.0/0:443} out, since
 * gateway endpoints answer from address lists of AWS whose ids cannot be known without a look-up.
 */
public final class IsolatedNetwork extends Construct {
    private final IVpc vpc;
    private final @Nullable INetworkAcl acl;
    private final FlowLogs flowLogs;
    private final SecurityGroups groups;
    private final Endpoints endpoints;

    /** Makes a network from what {@code props} sets. */
    public IsolatedNetwork(Construct scope, String id, Consumer<IsolatedNetworkProps.Builder> props) {
        this(scope, id, IsolatedNetworkProps.from(props));
    }

    /** Makes a network from {@code props}. */
    public IsolatedNetwork(Construct scope, String id, IsolatedNetworkProps props) {
        super(scope, id);

        var made = props.vpc == null ? new IsolatedVpc(this, props) : null;
        this.vpc = made == null ? Objects.requireNonNull(props.vpc) : made.vpc();
        this.acl = made == null ? null : made.acl();
        this.flowLogs = new FlowLogs(this, vpc, props);
        this.groups = new SecurityGroups(this, props);
        this.endpoints = new Endpoints(this, groups, props);
    }

    /** Returns the VPC; its isolated subnets are where functions belong. */
    public IVpc getVpc() {
        return vpc;
    }

    /** Returns the network ACL of the isolated subnets; none in a VPC of your own, whose ACLs stay as they are. */
    public Optional<INetworkAcl> getNetworkAcl() {
        return Optional.ofNullable(acl);
    }

    /** Returns the group for functions: nothing in, TCP 443 out. */
    public ISecurityGroup getFunctionSecurityGroup() {
        return groups.functions();
    }

    /** Returns the group of interface endpoints: TCP 443 in from functions, nothing out. Made when first needed. */
    public ISecurityGroup getEndpointSecurityGroup() {
        return groups.endpoints();
    }

    /** Returns the log group of every connection. */
    public ILogGroup getFlowLogGroup() {
        return flowLogs.group();
    }

    /** Returns the gateway endpoints by service: {@code s3} and {@code dynamodb}. */
    public Map<String, IGatewayVpcEndpoint> getGatewayEndpoints() {
        return endpoints.gateways();
    }

    /** Returns the interface endpoints by short service name, in the order given; what is added later, too. */
    public Map<String, IInterfaceVpcEndpoint> getInterfaceEndpoints() {
        return endpoints.interfaces();
    }

    /** Adds an interface endpoint for a service by its short name, such as {@code kms}, or returns the one there is. */
    public IInterfaceVpcEndpoint addInterfaceEndpoint(String service) {
        return endpoints.ensure(service);
    }

    /** Adds a new interface endpoint under a policy: see {@link IsolatedNetworkProps.Builder#endpointPolicy}. */
    public IInterfaceVpcEndpoint addInterfaceEndpoint(String service, List<PolicyStatement> policy) {
        return endpoints.addChecked(service, policy);
    }

    /** Lets functions with a group of their own call the endpoints, as {@link #getFunctionSecurityGroup} does. */
    public void connectFunctions(ISecurityGroup group) {
        groups.connect(group);
    }

    /** Connections that are open at the same time, the most in five minutes. */
    public Metric metricActiveConnections(String service) {
        return link(service).maximum("ActiveConnections");
    }

    /** {@link #metricActiveConnections(String)}, with options. */
    public Metric metricActiveConnections(String service, MetricOptions options) {
        return metricActiveConnections(service).with(options);
    }

    /** Bytes through an interface endpoint in both directions, which is what AWS bills; sum of five minutes. */
    public Metric metricBytesProcessed(String service) {
        return link(service).sum("BytesProcessed");
    }

    /** {@link #metricBytesProcessed(String)}, with options. */
    public Metric metricBytesProcessed(String service, MetricOptions options) {
        return metricBytesProcessed(service).with(options);
    }

    /** Connections opened; sum of five minutes. */
    public Metric metricNewConnections(String service) {
        return link(service).sum("NewConnections");
    }

    /** {@link #metricNewConnections(String)}, with options. */
    public Metric metricNewConnections(String service, MetricOptions options) {
        return metricNewConnections(service).with(options);
    }

    /** Packets that an interface endpoint dropped, a sign that it is overloaded; sum of five minutes. */
    public Metric metricPacketsDropped(String service) {
        return link(service).sum("PacketsDropped");
    }

    /** {@link #metricPacketsDropped(String)}, with options. */
    public Metric metricPacketsDropped(String service, MetricOptions options) {
        return metricPacketsDropped(service).with(options);
    }

    /** Resets from the service, a sign that it is unhealthy; sum of five minutes. */
    public Metric metricRstPacketsReceived(String service) {
        return link(service).sum("RstPacketsReceived");
    }

    /** {@link #metricRstPacketsReceived(String)}, with options. */
    public Metric metricRstPacketsReceived(String service, MetricOptions options) {
        return metricRstPacketsReceived(service).with(options);
    }

    private PrivateLink link(String service) {
        var endpoint = endpoints.interfaces().get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("service: " + service + "; one of "
                    + endpoints.interfaces().keySet()
                    + ", since AWS publishes none for gateway endpoints; name it in interfaceEndpoints");
        }
        return new PrivateLink(endpoint, vpc, service);
    }
}
