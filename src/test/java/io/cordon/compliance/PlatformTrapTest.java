package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;

/** Traps of the CDK and cdk-nag that the gate steps around; an upgrade that brings one back, or ends one, fails here. */
class PlatformTrapTest {
    private static final String REPLICATION = "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled";
    private static final String DEFAULT_GROUP = "HIPAA.Security::HIPAA.Security-VPCDefaultSecurityGroupClosed";
    private static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";

    @Test
    void anExceptionOnOneConstructLeavesItsNeighbourAlone() {
        var app = GatedApp.of(stack -> {
            Acknowledge.on(new Bucket(stack, "Excused")).hipaa("S3BucketReplicationEnabled", REASON);
            new Bucket(stack, "Neighbour");
        });

        assertThat(app.suppressed()).contains(REPLICATION);
        assertThat(app.violations()).contains(REPLICATION);
        assertThat(app.rows(REPLICATION))
                .extracting(ControlRow::resourceId, ControlRow::compliance)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S/Excused/Resource", Compliance.ACKNOWLEDGED),
                        org.assertj.core.groups.Tuple.tuple("S/Neighbour/Resource", Compliance.NON_COMPLIANT));
    }

    @Test
    void aWarningFailsWhetherOrNotAnotherFindingIsExcused() {
        var alone = GatedApp.of(stack -> vpc(stack));
        var beside = GatedApp.of(stack -> {
            vpc(stack);
            Acknowledge.on(new Bucket(stack, "B")).hipaa("S3BucketReplicationEnabled", REASON);
        });

        assertThat(conclusion(alone)).isEqualTo("failure");
        assertThat(conclusion(beside)).isEqualTo("failure");
        assertThat(alone.violations()).contains(DEFAULT_GROUP);
        assertThat(beside.violations()).contains(DEFAULT_GROUP);
    }

    @Test
    void aValueKnownAtDeploymentOnlyIsNotEvaluatedAndFails() {
        var app = GatedApp.of(stack -> {
            var vpc = new Vpc(stack, "V");
            var group = SecurityGroup.Builder.create(stack, "G").vpc(vpc).build();
            group.addIngressRule(Peer.ipv4(vpc.getVpcCidrBlock()), Port.tcp(443));
        });
        var id = "HIPAA.Security::HIPAA.Security-EC2RestrictedSSH";

        assertThat(app.violations()).contains(id);
        assertThat(app.rows(id)).extracting(ControlRow::compliance).contains(Compliance.NOT_EVALUATED);
    }

    @Test
    void aRawResourceIsNotEvaluatedAndNeverAPass() {
        var app = GatedApp.of(stack -> CfnResource.Builder.create(stack, "Raw")
                .type("AWS::S3::Bucket")
                .properties(Map.of())
                .build());

        assertThat(app.rows(REPLICATION))
                .singleElement()
                .satisfies(row -> assertThat(row.compliance()).isEqualTo(Compliance.NOT_EVALUATED));
        assertThat(app.violations()).contains("Cordon::BucketBlocksPublicAccess");
    }

    @Test
    void aGlobalTableIsNotEvaluatedByThePacks() {
        var app = GatedApp.of(stack -> TableV2.Builder.create(stack, "T")
                .partitionKey(Attribute.builder()
                        .name("PK")
                        .type(AttributeType.STRING)
                        .build())
                .build());

        assertThat(app.rows("Cordon::DataClassStated"))
                .singleElement()
                .satisfies(row -> assertThat(row.compliance()).isEqualTo(Compliance.NOT_EVALUATED));
        assertThat(app.violations()).noneMatch(id -> id.contains("DynamoDB"));
    }

    @Test
    void aTypeThatNoRuleKnowsIsListedAsNotEvaluated() {
        var app = GatedApp.of(stack -> CfnVPC.Builder.create(stack, "V")
                .cidrBlock("10.0.0.0/16")
                .build()
                .getStack()
                .getNode()
                .addMetadata("x", "y"));
        var raw = GatedApp.of(stack -> CfnResource.Builder.create(stack, "P")
                .type("AWS::SSM::Parameter")
                .properties(Map.of("Type", "String", "Value", "x"))
                .build());

        assertThat(app.rows("(none)")).isEmpty();
        assertThat(raw.rows("(none)"))
                .singleElement()
                .satisfies(row -> assertThat(row.cause()).contains("AWS::SSM::Parameter"));
    }

    private static void vpc(Stack stack) {
        CfnVPC.Builder.create(stack, "V").cidrBlock("10.0.0.0/16").build();
    }

    private static String conclusion(GatedApp app) {
        for (var plugin : app.report().path("pluginReports")) {
            if (plugin.path("pluginName").asText().equals("HIPAA.Security")) {
                return plugin.path("conclusion").asText();
            }
        }
        throw new AssertionError("the HIPAA pack did not report");
    }
}
