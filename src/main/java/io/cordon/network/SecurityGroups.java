package io.cordon.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;

/** Who speaks to whom: functions to endpoints, on HTTPS; nobody to functions. */
final class SecurityGroups {
    private final IsolatedNetwork network;
    private final List<String> prefixLists;
    private final SecurityGroup functions;
    private @Nullable SecurityGroup endpoints;

    SecurityGroups(IsolatedNetwork network, IsolatedNetworkProps props) {
        this.network = network;
        this.prefixLists = props.prefixLists;
        this.functions = group("Functions", "Functions: nothing in, HTTPS out to the endpoints");
        letOut(functions);
    }

    ISecurityGroup functions() {
        return functions;
    }

    /** The group of the interface endpoints; a network without any has none, until somebody asks for it. */
    SecurityGroup endpoints() {
        var existing = endpoints;
        if (existing != null) {
            return existing;
        }
        var created = group("Endpoints", "Interface endpoints: HTTPS in from the functions, nothing out");
        this.endpoints = created;
        letIn(functions);
        return created;
    }

    void connect(ISecurityGroup group) {
        letIn(group);
        if (Boolean.FALSE.equals(group.getAllowAllOutbound())) {
            letOut(group);
        }
    }

    private void letIn(ISecurityGroup group) {
        endpoints().addIngressRule(group, Port.tcp(443), "HTTPS from the functions");
        if (!prefixLists.isEmpty() && Boolean.FALSE.equals(group.getAllowAllOutbound())) {
            group.addEgressRule(endpoints(), Port.tcp(443), "HTTPS to interface endpoints");
        }
    }

    private void letOut(ISecurityGroup group) {
        if (prefixLists.isEmpty()) {
            group.addEgressRule(
                    Peer.anyIpv4(), Port.tcp(443), "HTTPS; no route leaves the VPC but to gateway endpoints");
            return;
        }
        // The CDK writes rules about lists and groups beside the group. EC2 lets a group with no rule inside it call
        // anywhere until they come; AWS's own way to prevent that is a rule for the local host.
        group.addEgressRule(Peer.ipv4("127.0.0.1/32"), Port.tcp(443), "Keeps the default rule for all traffic away");
        prefixLists.forEach(
                list -> group.addEgressRule(Peer.prefixList(list), Port.tcp(443), "HTTPS to a gateway endpoint"));
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(network, id)
                .vpc(network.getVpc())
                .description(description)
                .allowAllOutbound(false)
                .build();
    }
}
