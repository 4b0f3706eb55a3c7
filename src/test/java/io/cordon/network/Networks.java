package io.cordon.network;

import io.cordon.testing.Synthesized;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.kms.Key;

/** Three networks, synthesized once for all tests that only look at them. */
final class Networks {
    /** A stack with a literal account and region. */
    static final String HERE = "Here";
    /** A stack of no account or region. */
    static final String ANYWHERE = "Anywhere";
    /** A stack whose network lies in a VPC that somebody else made. */
    static final String GIVEN = "Given";

    static final Synthesized ALL = Synthesized.app(app -> {
        inZones(here(app, HERE), 3);
        inZones(new Stack(app, ANYWHERE), 2);
        inGivenVpc(new Stack(app, GIVEN));
    });

    private Networks() {}

    static Stack here(App app, String id) {
        var env = Environment.builder()
                .account("111122223333")
                .region("eu-west-1")
                .build();
        return new Stack(app, id, StackProps.builder().env(env).build());
    }

    static IsolatedNetwork inZones(Stack stack, int zones) {
        return new IsolatedNetwork(
                stack,
                "Network",
                it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b", "eu-west-1c")
                                .subList(0, zones))
                        .interfaceEndpoints(List.of("kms", "bedrock-runtime"))
                        .logKey(key(stack)));
    }

    static Key key(Stack stack) {
        return Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
    }

    private static void inGivenVpc(Stack stack) {
        var vpc = Vpc.fromVpcAttributes(
                stack,
                "Theirs",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .isolatedSubnetIds(List.of("subnet-1", "subnet-2"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1", "rtb-2"))
                        .build());
        new IsolatedNetwork(
                stack,
                "Network",
                it -> it.vpc(vpc).interfaceEndpoints(List.of("kms")).logKey(key(stack)));
    }
}
