package io.cordon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

class IsolatedNetworkPropsTest {
    private static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b");

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(IsolatedNetworkProps.Builder.class.getDeclaredFields())
                        .map(Field::getName))
                .containsExactlyInAnyOrder(
                        "vpc",
                        "cidr",
                        "availabilityZones",
                        "interfaceEndpoints",
                        "endpointPolicies",
                        "organization",
                        "customResources",
                        "s3PrefixList",
                        "dynamoDbPrefixList",
                        "logKey",
                        "logRetention");
        var props = props(it -> {});
        assertThat(props.vpc).isNull();
        assertThat(props.cidr).isEqualTo("10.0.0.0/16");
        assertThat(props.interfaceEndpoints).isEmpty();
        assertThat(props.endpointPolicies).isEmpty();
        assertThat(props.organization).isNull();
        assertThat(props.customResources).isFalse();
        assertThat(props.prefixLists).isEmpty();
        assertThat(props.logRetention.toDays()).isEqualTo(2192);
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> IsolatedNetworkProps.builder()
                        .cidr("8.8.0.0/12")
                        .availabilityZones(List.of("1a"))
                        .interfaceEndpoints(List.of("KMS", "s3", "com.amazonaws.eu-west-1.sts", "sqs", "sqs"))
                        .logRetention(Duration.days(2000))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isEqualToNormalizingNewlines("""
                        cidr: 8.8.0.0/12 has host bits set; the block starts at 8.0.0.0/12
                        availabilityZones: [1a]; two or three; name zones of the region, as in eu-west-1a
                        availabilityZones: 1a; a zone's name; write it as eu-west-1a
                        interfaceEndpoints: sqs; each once; remove the repetition
                        interfaceEndpoints: KMS; a service's short name; write what follows the region, as in kms or bedrock-runtime
                        interfaceEndpoints: s3; has a gateway endpoint already; leave it out
                        interfaceEndpoints: com.amazonaws.eu-west-1.sts; a service's short name; write what follows the region, as in kms or bedrock-runtime
                        logRetention: 2000 days; CloudWatch Logs accepts only [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] days; take the next longer one
                        logKey: missing; flow logs are encrypted with a key of yours; give a kms.Key""");
    }

    @Test
    void refusesAddressesOfTheInternet() {
        refuses(it -> it.cidr("8.8.0.0/16"), "cidr: 8.8.0.0/16; private addresses only (RFC 1918)");
    }

    @Test
    void refusesBlocksThatAreTooWideOrTooNarrow() {
        refuses(it -> it.cidr("10.0.0.0/15"), "cidr: 10.0.0.0/15; /16 to /24");
        refuses(it -> it.cidr("10.0.0.0/25"), "cidr: 10.0.0.0/25; /16 to /24");
    }

    @Test
    void refusesABlockThatOnlyTheDeploymentKnows() {
        refuses(it -> it.cidr(Fn.importValue("Cidr")), "cidr: a token; must be known at synth");
    }

    @Test
    void refusesOneZoneTwice() {
        refuses(it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1a")), "eu-west-1a; each once");
    }

    @Test
    void refusesRetentionInFractionsOfADay() {
        refuses(it -> it.logRetention(Duration.hours(36)), "logRetention: 1 day 12 hours");
    }

    @Test
    void refusesAVpcWithoutIsolatedSubnets() {
        var vpc = Vpc.fromVpcAttributes(
                new Stack(),
                "Theirs",
                VpcAttributes.builder().vpcId("vpc-1").availabilityZones(ZONES).build());
        refuses(it -> it.vpc(vpc), "vpc: no isolated subnet");
    }

    @Test
    void refusesZonesBesideAGivenVpc() {
        var vpc = Vpc.fromVpcAttributes(
                new Stack(),
                "Theirs",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(ZONES)
                        .isolatedSubnetIds(List.of("subnet-1", "subnet-2"))
                        .build());
        refuses(it -> it.vpc(vpc), "availabilityZones: [eu-west-1a, eu-west-1b]; none with a vpc of your own");
    }

    @Test
    void takesZonesThatOnlyTheDeploymentKnows() {
        var zones = List.of(Aws.REGION + "a", Aws.REGION + "b");
        assertThat(props(it -> it.availabilityZones(zones)).availabilityZones).isEqualTo(zones);
    }

    private static void refuses(Consumer<IsolatedNetworkProps.Builder> change, String problem) {
        assertThatThrownBy(() -> props(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static IsolatedNetworkProps props(Consumer<IsolatedNetworkProps.Builder> change) {
        var builder = IsolatedNetworkProps.builder().availabilityZones(ZONES).logKey(Networks.key(new Stack()));
        change.accept(builder);
        return builder.build();
    }
}
