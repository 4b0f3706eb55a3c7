package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;

class OwnRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"*", "s3:*", "kms:*", "s3:**"})
    void refuseAnIdentityPolicyThatAllowsWhatItDoesNotName(String action) {
        assertThat(verdict("IamActionsNamed", stack -> policy(stack, Effect.ALLOW, action)))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action': 'kms:?*'",
                "'Action': '*:*'",
                "'Action': 's3*:GetObject'",
                "'Action': {'Fn::If': ['Sometimes', 's3:GetObject', 's3:*']}",
                "'NotAction': 'iam:*'"
            })
    void refuseTheSameWrittenByHand(String action) {
        for (var type : List.of("AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy", "AWS::IAM::GroupPolicy")) {
            assertThat(WrittenTemplate.judged(
                                    "IamActionsNamed",
                                    "P",
                                    it -> it.sometimes("Q", "AWS::SQS::Queue", "{}")
                                            .with(
                                                    "P",
                                                    type,
                                                    "{'PolicyDocument': {'Statement': [{'Effect': 'Allow', " + action
                                                            + ", 'Resource': '*'}]}}"))
                            .compliance())
                    .isEqualTo(Compliance.NON_COMPLIANT);
        }
    }

    @Test
    void letAPolicyDenyWhatItDoesNotNameAndAllowWhatItNames() {
        assertThat(verdict("IamActionsNamed", stack -> policy(stack, Effect.DENY, "s3:*")))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(verdict("IamActionsNamed", stack -> policy(stack, Effect.ALLOW, "s3:GetObject")))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refuseAllButSomeActionsAlsoInARawResource() {
        assertThat(verdict(
                        "IamActionsNamed",
                        stack -> CfnResource.Builder.create(stack, "R")
                                .type("AWS::IAM::Role")
                                .properties(Map.of(
                                        "Policies",
                                        List.of(Map.of(
                                                "PolicyDocument",
                                                Map.of(
                                                        "Statement",
                                                        Map.of(
                                                                "Effect",
                                                                "Allow",
                                                                "NotAction",
                                                                "iam:*",
                                                                "Resource",
                                                                "*"))))))
                                .build()))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void refuseMoreReservedConcurrencyThanTheAccountHas() {
        var limits = LimitPolicy.current();
        var budget = limits.accountConcurrency().value()
                - limits.unreservedConcurrency().value();

        assertThat(verdict("ConcurrencyWithinQuota", stack -> reserve(stack, budget)))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(verdict("ConcurrencyWithinQuota", stack -> reserve(stack, budget + 1)))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void refuseABucketThatLeavesOneWayOpen() {
        assertThat(verdict("BucketBlocksPublicAccess", stack -> new Bucket(stack, "B")))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(verdict(
                        "BucketBlocksPublicAccess",
                        stack -> Bucket.Builder.create(stack, "B")
                                .blockPublicAccess(BlockPublicAccess.BLOCK_ACLS_ONLY)
                                .build()))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(verdict(
                        "BucketBlocksPublicAccess",
                        stack -> Bucket.Builder.create(stack, "B")
                                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                                .build()))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refusePhiUnderAnAwsManagedKey() {
        assertThat(verdict(
                        "PhiUnderCustomerManagedKey",
                        stack -> queue(stack, QueueEncryption.KMS_MANAGED).phi()))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(verdict(
                        "PhiUnderCustomerManagedKey",
                        stack -> queue(stack, QueueEncryption.KMS).phi()))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(verdict(
                        "PhiUnderCustomerManagedKey",
                        stack -> queue(stack, QueueEncryption.KMS_MANAGED).application()))
                .isEqualTo(Compliance.NOT_APPLICABLE);
    }

    @Test
    void refuseADataClassThatDoesNotExist() {
        assertThat(verdict(
                        "DataClassStated",
                        stack -> software.amazon.awscdk.Tags.of(new Queue(stack, "Q"))
                                .add(DataClass.TAG, "secret")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    private static Compliance verdict(String rule, Consumer<Stack> content) {
        return GatedApp.of(content).rows("Cordon::" + rule).get(0).compliance();
    }

    private static DataClass.Marking queue(Stack stack, QueueEncryption encryption) {
        var queue = Queue.Builder.create(stack, "Q").encryption(encryption);
        if (encryption == QueueEncryption.KMS) {
            queue.encryptionMasterKey(new Key(stack, "K"));
        }
        return DataClass.of(queue.build());
    }

    private static void policy(Stack stack, Effect effect, String action) {
        ManagedPolicy.Builder.create(stack, "P")
                .statements(List.of(PolicyStatement.Builder.create()
                        .effect(effect)
                        .actions(List.of(action))
                        .resources(List.of("*"))
                        .build()))
                .build();
    }

    private static void reserve(Stack stack, int executions) {
        CfnFunction.Builder.create(stack, "F")
                .code(CfnFunction.CodeProperty.builder().zipFile("x").build())
                .role("arn:aws:iam::123456789012:role/r")
                .reservedConcurrentExecutions(executions)
                .build();
    }
}
