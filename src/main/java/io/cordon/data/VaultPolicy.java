package io.cordon.data;

import io.cordon.policies.GeographyPolicy;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Who may not do what to the backups in a vault.
 *
 * <p>Nobody deletes a backup or changes its lifetime by hand; AWS Backup expires it by itself, so nobody has to. Nobody
 * copies one to another account or out of the geography, whatever role they pass: a copy is the whole table. Only the role
 * by which the CDK deploys may change the policy, else an update could never reach it. Deleting the policy is left to IAM:
 * it is the way out, and the trail shows who took it.
 */
final class VaultPolicy {
    private VaultPolicy() {}

    static PolicyDocument of(Stack stack) {
        return PolicyDocument.Builder.create()
                .statements(List.of(
                        deny().sid("KeepUntilExpiry")
                                .actions(List.of("backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"))
                                .build(),
                        deny().sid("NoCopiesElsewhere")
                                .actions(List.of("backup:CopyFromBackupVault"))
                                .conditions(Map.of(
                                        "ForAnyValue:ArnNotLike", Map.of("backup:CopyTargets", vaultsNearby(stack))))
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

    /** The vaults of this account in the regions of its geography; in any, where only the deployment knows the region. */
    private static List<String> vaultsNearby(Stack stack) {
        var here = stack.getRegion();
        var alone = List.of(Token.isUnresolved(here) ? "*" : here);
        var regions = GeographyPolicy.current()
                .of(here)
                .map(GeographyPolicy.Geography::regions)
                .orElse(alone);
        return regions.stream().map(region -> vaults(stack, region)).toList();
    }

    private static String vaults(Stack stack, String region) {
        return stack.formatArn(ArnComponents.builder()
                .service("backup")
                .region(region)
                .resource("backup-vault")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
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
