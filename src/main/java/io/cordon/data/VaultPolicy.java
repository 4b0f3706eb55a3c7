package io.cordon.data;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Who may not do what to the backups in a vault.
 *
 * <p>Nobody deletes a backup or shortens its life: AWS Backup's own expiry is not subject to this policy, so nothing else
 * is left that would have to. Only the role by which the CDK deploys may change the policy, else an update could never
 * reach it. Deleting the policy is left to IAM: it is the way out, and the trail shows who took it.
 */
final class VaultPolicy {
    private VaultPolicy() {}

    static PolicyDocument of(Stack stack) {
        return PolicyDocument.Builder.create()
                .statements(List.of(
                        deny().sid("KeepUntilExpiry")
                                .actions(List.of("backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"))
                                .build(),
                        deny().sid("ChangeByDeploymentOnly")
                                .actions(List.of("backup:PutBackupVaultAccessPolicy"))
                                .conditions(Map.of("ArnNotLike", Map.of("aws:PrincipalArn", deployer(stack))))
                                .build()))
                .build();
    }

    private static PolicyStatement.Builder deny() {
        return PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .resources(List.of("*"));
    }

    private static String deployer(Stack stack) {
        return stack.formatArn(ArnComponents.builder()
                .service("iam")
                .region("")
                .resource("role")
                .resourceName("cdk-*-cfn-exec-role-*")
                .build());
    }
}
