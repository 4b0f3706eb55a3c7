package io.cordon.network;

import java.util.List;
import software.amazon.awscdk.services.ec2.AclCidr;
import software.amazon.awscdk.services.ec2.AclTraffic;
import software.amazon.awscdk.services.ec2.CommonNetworkAclEntryOptions;
import software.amazon.awscdk.services.ec2.INetworkAcl;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.NetworkAcl;
import software.amazon.awscdk.services.ec2.NetworkAclEntry;
import software.amazon.awscdk.services.ec2.SubnetNetworkAclAssociation;
import software.amazon.awscdk.services.ec2.TrafficDirection;
import software.constructs.Construct;

/**
 * The network ACL of the isolated subnets: HTTPS out and its answers back, and everything else denied.
 *
 * <p>An ACL keeps no state, so each direction names the answers to the other. It cannot name a prefix list either, and
 * gateway endpoints answer from public addresses: hence {@code 0.0.0.0/0}. Which of these addresses exist is decided by
 * the routes. DNS, DHCP and time need no rule: an ACL does not filter them.
 */
final class IsolatedAcl {
    private static final int HTTPS = 443;
    // Functions call from 1024 to 65535 (VPC user guide, "Ephemeral ports").
    private static final int FIRST = 1024;
    private static final int LAST = 65535;
    // Open to the world, it would fail AWS's rule nacl-no-unrestricted-ssh-rdp. A call from just this port, one in
    // 64512, gets no answer, and the SDK tries it again from another.
    private static final int REMOTE_DESKTOP = 3389;

    private final NetworkAcl acl;
    private final AclCidr vpc;

    private IsolatedAcl(NetworkAcl acl, AclCidr vpc) {
        this.acl = acl;
        this.vpc = vpc;
    }

    static INetworkAcl around(Construct scope, IVpc vpc, List<? extends ISubnet> subnets) {
        var acl = NetworkAcl.Builder.create(scope, "Acl").vpc(vpc).build();
        var entries = new IsolatedAcl(acl, AclCidr.ipv4(vpc.getVpcCidrBlock())).entries();
        for (int i = 0; i < subnets.size(); i++) {
            var association = SubnetNetworkAclAssociation.Builder.create(acl, "Subnet" + (i + 1))
                    .networkAcl(acl)
                    .subnet(subnets.get(i))
                    .build();
            // An ACL without entries denies all: a subnet that changes to it must find them there.
            entries.forEach(association.getNode()::addDependency);
        }
        return acl;
    }

    private List<NetworkAclEntry> entries() {
        return List.of(
                in("CallsIn", 100, vpc, AclTraffic.tcpPort(HTTPS)),
                in("AnswersIn", 110, AclCidr.anyIpv4(), AclTraffic.tcpPortRange(FIRST, REMOTE_DESKTOP - 1)),
                in("MoreAnswersIn", 120, AclCidr.anyIpv4(), AclTraffic.tcpPortRange(REMOTE_DESKTOP + 1, LAST)),
                out("CallsOut", 100, AclCidr.anyIpv4(), AclTraffic.tcpPort(HTTPS)),
                out("AnswersOut", 110, vpc, AclTraffic.tcpPortRange(FIRST, LAST)));
    }

    private NetworkAclEntry in(String id, int number, AclCidr from, AclTraffic traffic) {
        return entry(id, TrafficDirection.INGRESS, number, from, traffic);
    }

    private NetworkAclEntry out(String id, int number, AclCidr to, AclTraffic traffic) {
        return entry(id, TrafficDirection.EGRESS, number, to, traffic);
    }

    private NetworkAclEntry entry(
            String id, TrafficDirection direction, int number, AclCidr other, AclTraffic traffic) {
        return acl.addEntry(
                id,
                CommonNetworkAclEntryOptions.builder()
                        .direction(direction)
                        .ruleNumber(number)
                        .cidr(other)
                        .traffic(traffic)
                        .build());
    }
}
