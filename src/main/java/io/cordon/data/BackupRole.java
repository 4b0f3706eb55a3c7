package io.cordon.data;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The role of AWS Backup: what AWSBackupServiceRolePolicyForBackup says of DynamoDB, on these tables and keys only.
 *
 * <p>It can back up and expire; it cannot restore, copy or read an item.
 */
final class BackupRole extends Construct {
    private final ManagedPolicy policy;
    private final IRole role;

    BackupRole(Construct scope, IBackupVault vault, IKey vaultKey) {
        super(scope, "Role");

        this.policy = ManagedPolicy.Builder.create(this, "Policy")
                .description("AWS Backup fills one vault from the tables of one stack")
                .statements(List.of(allow(vault.getBackupVaultArn(), "backup:DescribeBackupVault")))
                .build();
        this.role = Role.Builder.create(this, "Resource")
                .assumedBy(backupOfThisAccount())
                .managedPolicies(List.of(policy))
                .build();
        mayUse(vaultKey);
    }

    IRole role() {
        return role;
    }

    void mayBackUp(ITable table) {
        policy.addStatements(
                allow(
                        table.getTableArn(),
                        "dynamodb:CreateBackup",
                        "dynamodb:DescribeTable",
                        "dynamodb:ListTagsOfResource",
                        "dynamodb:StartAwsBackupJob"),
                // Backups get their names when they are made.
                allow(table.getTableArn() + "/backup/*", "dynamodb:DeleteBackup", "dynamodb:DescribeBackup"));
        var key = table.getEncryptionKey();
        if (key != null) {
            mayUse(key);
        }
    }

    private void mayUse(IKey key) {
        var region = Stack.of(this).getRegion();
        policy.addStatements(
                allow(key.getKeyArn(), "kms:DescribeKey"),
                PolicyStatement.Builder.create()
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                        .resources(List.of(key.getKeyArn()))
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of(
                                        "kms:ViaService",
                                        List.of(
                                                "backup." + region + ".amazonaws.com",
                                                "dynamodb." + region + ".amazonaws.com"))))
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(List.of("kms:CreateGrant"))
                        .resources(List.of(key.getKeyArn()))
                        .conditions(Map.of("Bool", Map.of("kms:GrantIsForAWSResource", "true")))
                        .build());
    }

    private ServicePrincipal backupOfThisAccount() {
        return new ServicePrincipal(
                "backup.amazonaws.com",
                ServicePrincipalOpts.builder()
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build());
    }

    private static PolicyStatement allow(String resource, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build();
    }
}
