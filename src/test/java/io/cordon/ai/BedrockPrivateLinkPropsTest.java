package io.cordon.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

class BedrockPrivateLinkPropsTest {
    private final Stack stack = new Stack();

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(BedrockPrivateLinkProps.Builder.class.getDeclaredFields())
                        .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName))
                .containsExactlyInAnyOrder("vpc", "functions", "models", "geography", "organization", "controlPlane");
        var vpc = Links.vpc(stack);
        var props = BedrockPrivateLinkProps.from(it -> it.network(vpc, Links.functions(stack, vpc)));

        assertThat(props.models).containsExactly("anthropic.claude-sonnet-5-5");
        assertThat(props.geography).isEqualTo("eu");
        assertThat(props.organization).isNull();
        assertThat(props.controlPlane).isFalse();
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> BedrockPrivateLinkProps.from(
                        it -> it.models(List.of("a", "a")).organization("acme")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isEqualToNormalizingNewlines("""
                        network: missing; endpoints lie in a VPC; give it with the functions' security group
                        models: a; each once; remove the repetition
                        organization: acme; an organisation's id; write it as o-abcdefghij""");
    }

    @Test
    void refusesAVpcWithoutIsolatedSubnetsAndAnOpenDoor() {
        var open = Vpc.fromVpcAttributes(
                stack,
                "Open",
                VpcAttributes.builder()
                        .vpcId("vpc-2")
                        .availabilityZones(List.of("eu-west-1a"))
                        .build());

        assertThatThrownBy(() ->
                        BedrockPrivateLinkProps.from(it -> it.network(open).models(List.of())))
                .hasMessageContainingAll(
                        "network: no isolated subnet",
                        "network: no security group; whose holders may call models",
                        "models: none; at least one");
    }

    @Test
    void takesAnOrganisationThatIsAToken() {
        var vpc = Links.vpc(stack);

        assertThat(BedrockPrivateLinkProps.from(it ->
                                it.network(vpc, Links.functions(stack, vpc)).organization(Aws.STACK_ID))
                        .organization)
                .isNotNull();
    }
}
