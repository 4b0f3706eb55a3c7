package io.cordon.compliance;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnSubnetRouteTableAssociation;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** A function {@code F} and the subnets in which it runs, each with a route table of its own. */
final class PlacedFunction {
    private PlacedFunction() {}

    static void phi(Stack stack, String... subnets) {
        var function = function(stack, subnets);
        DataClass.of(function).phi();
    }

    static CfnFunction function(Stack stack, String... subnets) {
        var function = CfnFunction.Builder.create(stack, "F")
                .code(CfnFunction.CodeProperty.builder().zipFile("x").build())
                .role("arn:aws:iam::123456789012:role/r")
                .build();
        if (subnets.length > 0) {
            function.addPropertyOverride("VpcConfig.SubnetIds", List.of(subnets));
        }
        return function;
    }

    static String subnet(Stack stack, String id) {
        var vpc = (CfnVPC) stack.getNode().tryFindChild("Vpc");
        if (vpc == null) {
            vpc = CfnVPC.Builder.create(stack, "Vpc").cidrBlock("10.0.0.0/16").build();
        }
        var subnet = CfnSubnet.Builder.create(stack, id).vpcId(vpc.getRef()).build();
        var table = CfnRouteTable.Builder.create(stack, "Table" + id)
                .vpcId(vpc.getRef())
                .build();
        CfnSubnetRouteTableAssociation.Builder.create(stack, "Association" + id)
                .subnetId(subnet.getRef())
                .routeTableId(table.getRef())
                .build();
        return subnet.getRef();
    }

    static void route(Stack stack, String subnet, Map<String, String> target) {
        var route = new CfnResource(
                stack, "Way", CfnResourceProps.builder().type("AWS::EC2::Route").build());
        route.addPropertyOverride("RouteTableId", Map.of("Ref", "Table" + subnet));
        route.addPropertyOverride("DestinationCidrBlock", "0.0.0.0/0");
        target.forEach(route::addPropertyOverride);
    }
}
