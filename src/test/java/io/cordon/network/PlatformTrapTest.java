package io.cordon.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;

/** What the platform does that we build around: when one of these fails, a detour can go. */
class PlatformTrapTest {
    @Test
    void theCdksVpcLooksZonesUpEvenWhenTheyAreGiven() {
        var synthesized = Synthesized.app(app -> Vpc.Builder.create(Networks.here(app, "Trap"), "Vpc")
                .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                .build());
        assertThat(synthesized.manifest().path("missing")).hasSize(1);
    }

    @Test
    void portRulesCannotReadACidrThatIsAToken() {
        var synthesized = Synthesized.app(app -> {
            var vpc = Networks.inZones(Networks.here(app, "Trap"), 2).getVpc();
            var group = SecurityGroup.Builder.create(vpc.getStack(), "Group")
                    .vpc(vpc)
                    .build();
            group.addIngressRule(Peer.ipv4(vpcCidrToken(vpc.getStack())), Port.tcp(443));
        });
        assertThat(synthesized.violations())
                .anyMatch(finding -> finding.contains("EC2RestrictedSSH"))
                .anyMatch(finding -> finding.contains("EC2RestrictedCommonPorts"));
    }

    private static String vpcCidrToken(Stack stack) {
        return Vpc.Builder.create(stack, "Other").build().getVpcCidrBlock();
    }
}
