package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.amazon.awscdk.services.kms.CfnKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.s3.CfnBucket;

/** What is said of a resource about which a rule raised nothing. */
class SilenceTest {
    private static final String KEY = "HIPAA.Security::HIPAA.Security-CloudWatchLogGroupEncrypted";

    @Test
    void doesNotTakeAConditionForAKey() {
        assertThat(said(
                        KEY,
                        stack -> CfnLogGroup.Builder.create(stack, "L")
                                .kmsKeyId(sometimes(stack, "k", Aws.NO_VALUE))
                                .build()))
                .isEqualTo("Not Evaluated: KmsKeyId depends on the condition C, which only the deployment knows");
    }

    @Test
    void doesNotTakeNoValueForAKey() {
        assertThat(said(
                        KEY,
                        stack -> CfnLogGroup.Builder.create(stack, "L")
                                .kmsKeyId(Aws.NO_VALUE)
                                .build()))
                .isEqualTo("Not Evaluated: KmsKeyId is AWS::NoValue, which the rule takes for a value");
    }

    @Test
    void takesAReferenceForAKey() {
        assertThat(said(
                        KEY,
                        stack -> CfnLogGroup.Builder.create(stack, "L")
                                .kmsKeyId(new CfnKey(stack, "K").getAttrArn())
                                .build()))
                .isEqualTo("Compliant: ");
    }

    @Test
    void looksForConditionsInWhatTheRuleReadsAndNowhereElse() {
        assertThat(said(
                        KEY,
                        stack -> CfnLogGroup.Builder.create(stack, "L")
                                .logGroupName(sometimes(stack, "a", "b"))
                                .kmsKeyId("k")
                                .build()))
                .isEqualTo("Compliant: ");
    }

    @Test
    void doesNotTakeAParameterForAKeyThatNeedsNoRotation() {
        assertThat(said(
                        "NIST.800.53.R5::NIST.800.53.R5-KMSBackingKeyRotationEnabled",
                        stack -> CfnKey.Builder.create(stack, "K")
                                .keySpec(new CfnParameter(stack, "P").getValueAsString())
                                .build()))
                .isEqualTo("Not Evaluated: KeySpec is known at deployment only");
    }

    @Test
    void takesReferencesInsideAPolicyForWhatTheyAre() {
        assertThat(said(
                        "HIPAA.Security::HIPAA.Security-IAMPolicyNoStatementsWithFullAccess",
                        stack -> CfnManagedPolicy.Builder.create(stack, "M")
                                .policyDocument(Map.of("Resource", new CfnParameter(stack, "P").getValueAsString()))
                                .build()))
                .isEqualTo("Compliant: ");
    }

    @Test
    void saysWhyARuleLeavesAnInstanceAlone() {
        assertThat(said(
                        "HIPAA.Security::HIPAA.Security-RDSLoggingEnabled",
                        stack -> CfnDBInstance.Builder.create(stack, "D")
                                .engine("aurora-postgresql")
                                .build()))
                .isEqualTo("Not Applicable: of Aurora the rule asks the cluster, not its instances");
    }

    @Test
    void saysNothingOfAPartnerThatARuleOnlyLooksUp() {
        assertThat(said(
                        "HIPAA.Security::HIPAA.Security-EC2IMDSv2Enabled",
                        stack -> CfnLaunchTemplate.Builder.create(stack, "T")
                                .launchTemplateData(CfnLaunchTemplate.LaunchTemplateDataProperty.builder()
                                        .build())
                                .build()))
                .isEqualTo("Not Applicable: the app has no AWS::AutoScaling::AutoScalingGroup or AWS::EC2::Instance");
    }

    @Test
    void saysThatARawResourceWasNotEvaluated() {
        assertThat(said(
                        KEY,
                        stack -> CfnResource.Builder.create(stack, "L")
                                .type("AWS::Logs::LogGroup")
                                .build()))
                .isEqualTo("Not Evaluated: made as a raw resource, which cdk-nag cannot read");
    }

    @Test
    void doesNotCallCompliantWhatABareIdHides() {
        var rule = "HIPAA.Security-S3BucketReplicationEnabled";

        assertThat(said(
                        "HIPAA.Security::" + rule,
                        stack -> Validations.of(new CfnBucket(stack, "B"))
                                .acknowledge(Acknowledgment.builder()
                                        .id(rule)
                                        .reason("A reason that is long enough to be one.")
                                        .build())))
                .isEqualTo("Not Evaluated: an exception by the bare id " + rule
                        + " keeps from every report what the rule found");
    }

    private static String sometimes(Stack stack, String one, String other) {
        CfnCondition.Builder.create(stack, "C")
                .expression(Fn.conditionEquals(Aws.REGION, "eu-west-1"))
                .build();
        return Fn.conditionIf("C", one, other).toString();
    }

    private static String said(String rule, Consumer<Stack> content) {
        var rows = GatedApp.of(content).rows(rule);
        assertThat(rows).hasSize(1);
        return rows.get(0).compliance() + ": " + rows.get(0).cause();
    }
}
