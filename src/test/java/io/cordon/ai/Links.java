package io.cordon.ai;

import io.cordon.functions.ExecutionRole;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/** Ways to Bedrock, synthesized once for all tests that only look at them. */
final class Links {
    static final String SONNET = "anthropic.claude-sonnet-5-5";
    static final String HAIKU = "anthropic.claude-haiku-5-5";
    /** A stack with a literal account and region, and every prop. */
    static final String HERE = "Here";
    /** A stack of no account or region, and no prop that has a default. */
    static final String ANYWHERE = "Anywhere";

    static final Map<String, Object> CONTEXT = Map.of("cordon:asOf", "2026-11-21");

    static final Synthesized ALL = Synthesized.app(CONTEXT, app -> {
        var here = here(app, HERE, "eu-west-1");
        var link = in(
                here,
                it -> it.models(List.of(SONNET, HAIKU))
                        .organization("o-abcdefghij")
                        .controlPlane());
        link.grantInvoke(new ExecutionRole(here, "Role", it -> {}), HAIKU);
        in(new Stack(app, ANYWHERE), it -> {});
    });

    private Links() {}

    static Stack here(App app, String id, String region) {
        var env = Environment.builder().account("111122223333").region(region).build();
        return new Stack(app, id, StackProps.builder().env(env).build());
    }

    static BedrockPrivateLink in(Stack stack, Consumer<BedrockPrivateLinkProps.Builder> props) {
        var vpc = vpc(stack);
        return new BedrockPrivateLink(stack, "Bedrock", it -> {
            it.network(vpc, functions(stack, vpc));
            props.accept(it);
        });
    }

    static IVpc vpc(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Theirs",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .isolatedSubnetIds(List.of("subnet-1", "subnet-2"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1", "rtb-2"))
                        .build());
    }

    static ISecurityGroup functions(Stack stack, IVpc vpc) {
        return SecurityGroup.Builder.create(stack, "Functions")
                .vpc(vpc)
                .allowAllOutbound(false)
                .build();
    }
}
