package io.cordon.network;

import static io.cordon.network.Networks.ALL;
import static io.cordon.network.Networks.ANYWHERE;
import static io.cordon.network.Networks.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

class SubnetsTest {
    @Test
    void keepsTheFirstTwoSubnetsWhenAThirdZoneComes() {
        assertThat(ALL.resources(HERE, "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .startsWith(ALL.resources(ANYWHERE, "AWS::EC2::Subnet").stream()
                        .map(subnet -> subnet.at("/Properties/CidrBlock").asText())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18, 19, 20, 21, 22, 23, 24})
    void leavesRoomForADatabaseInEveryZoneOfEveryBlock(int prefix) {
        var block = new Cidr(Cidr.parse("10.0.0.0/16").network(), prefix);
        var taken = subnets(block);
        assertThat(taken)
                .hasSize(3)
                .allSatisfy(it -> assertThat(block.contains(it)).isTrue());
        assertThat(IntStream.range(0, 8)
                        .mapToObj(i -> block.part(3, i))
                        .filter(free -> taken.stream().noneMatch(free::overlaps)))
                .hasSize(5)
                // AWS: no subnet is narrower than /28.
                .allSatisfy(free -> assertThat(free.prefix()).isLessThanOrEqualTo(28));
    }

    private static List<Cidr> subnets(Cidr block) {
        var stack = new Stack();
        new IsolatedNetwork(
                stack,
                "Network",
                it -> it.cidr(block.toString())
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b", "eu-west-1c"))
                        .logKey(Networks.key(stack)));
        return Template.fromStack(stack).findResources("AWS::EC2::Subnet").values().stream()
                .map(subnet -> (Map<?, ?>) subnet.get("Properties"))
                .map(properties -> Cidr.parse(String.valueOf(properties.get("CidrBlock"))))
                .toList();
    }
}
