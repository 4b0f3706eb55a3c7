package io.cordon.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.INetworkAcl;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.PrivateSubnet;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * A VPC of isolated subnets only, behind one network ACL, and its default security group closed.
 *
 * <p>The CDK's own {@code Vpc} asks the stack for its zones even when they are given: in a stack with a literal account
 * that is a look-up, which needs credentials. Hence the VPC resource itself, under subnets of the CDK.
 */
final class IsolatedVpc extends Construct {
    // An eighth for each zone: three zones leave five eighths for tiers that come later, with no renumbering.
    private static final int SUBNET_BITS = 3;

    private final IVpc vpc;
    private final INetworkAcl acl;

    IsolatedVpc(Construct scope, IsolatedNetworkProps props) {
        super(scope, "Vpc");

        var resource = CfnVPC.Builder.create(this, "Resource")
                .cidrBlock(props.cidr)
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .build();
        Tags.of(resource).add("Name", getNode().getPath());
        var subnets = subnets(resource, props);
        this.vpc = Vpc.fromVpcAttributes(this, "Subnets", attributes(resource, props, subnets));
        this.acl = IsolatedAcl.around(this, vpc, subnets);
        DefaultGroupCloser.close(this, resource, props);
    }

    IVpc vpc() {
        return vpc;
    }

    INetworkAcl acl() {
        return acl;
    }

    private List<PrivateSubnet> subnets(CfnVPC resource, IsolatedNetworkProps props) {
        var subnets = new ArrayList<PrivateSubnet>();
        for (int i = 0; i < props.availabilityZones.size(); i++) {
            subnets.add(PrivateSubnet.Builder.create(this, "IsolatedSubnet" + (i + 1))
                    .vpcId(resource.getRef())
                    .availabilityZone(zone(props.availabilityZones.get(i)))
                    .cidrBlock(Cidr.parse(props.cidr).part(SUBNET_BITS, i).toString())
                    .mapPublicIpOnLaunch(false)
                    .build());
        }
        return subnets;
    }

    /** A literal zone draws a warning of CloudFormation's linter; the stack's region and a letter say the same. */
    private String zone(String name) {
        var region = Stack.of(this).getRegion();
        return !Token.isUnresolved(region) && name.matches(Pattern.quote(region) + "[a-z]")
                ? Aws.REGION + name.substring(region.length())
                : name;
    }

    private static VpcAttributes attributes(CfnVPC resource, IsolatedNetworkProps props, List<PrivateSubnet> subnets) {
        return VpcAttributes.builder()
                .vpcId(resource.getRef())
                .vpcCidrBlock(props.cidr)
                .availabilityZones(props.availabilityZones)
                .isolatedSubnetIds(
                        subnets.stream().map(PrivateSubnet::getSubnetId).toList())
                .isolatedSubnetRouteTableIds(subnets.stream()
                        .map(subnet -> subnet.getRouteTable().getRouteTableId())
                        .toList())
                .build();
    }
}
