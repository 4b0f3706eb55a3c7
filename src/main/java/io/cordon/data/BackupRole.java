package io.cordon.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The role of AWS Backup: what AWSBackupServiceRolePolicyForBackup says of DynamoDB, on these tables and keys only.
 *
 * <p>It can back up, expire and, where asked to, copy; it cannot restore or read an item.
 */
final class BackupRole extends Construct {
    private static final String[] ENCRYPT = {"kms:Decrypt", "kms:GenerateDataKey"};

    private final ManagedPolicy policy;
    private final IRole role;

    BackupRole(Construct scope, IBackupVault vault, IKey vaultKey) {
        super(scope, "Role");

        this.policy = ManagedPolicy.Builder.create(this, "Policy")
                .description("AWS Backup fills one vault from the tables of one stack")
                .statements(List.of(BackupStatements.allow(vault.getBackupVaultArn(), "backup:DescribeBackupVault")))
                .build();
        this.role = Role.Builder.create(this, "Resource")
                .assumedBy(BackupStatements.backupOfThisAccount(this))
                .managedPolicies(List.of(policy))
                .build();
        mayUse(vaultKey);
        mayTag(Stack.of(this).getRegion());
    }

    IRole role() {
        return role;
    }

    void mayBackUp(ITable table) {
        policy.addStatements(
                BackupStatements.allow(
                        table.getTableArn(),
                        "dynamodb:CreateBackup",
                        "dynamodb:DescribeTable",
                        "dynamodb:ListTagsOfResource",
                        "dynamodb:StartAwsBackupJob"),
                // Backups get their names when they are made.
                BackupStatements.allow(
                        table.getTableArn() + "/backup/*", "dynamodb:DeleteBackup", "dynamodb:DescribeBackup"));
        var key = table.getEncryptionKey();
        if (key != null) {
            mayUse(key);
        }
    }

    /** From any backup of this region into that one vault, under the key that bears the vault's name. */
    void mayCopy(BackupCopy copy) {
        var stack = Stack.of(this);
        var target = copy.vaultArn(stack);
        policy.addStatements(
                BackupStatements.allow(
                        List.of(BackupStatements.recoveryPoints(stack, stack.getRegion())),
                        // Of no target at all, each is the right one: a copy must name where it goes.
                        new TreeMap<>(Map.of(
                                "ForAllValues:ArnEquals", Map.of("backup:CopyTargets", target),
                                "Null", Map.of("backup:CopyTargets", "false"))),
                        "backup:CopyFromBackupVault"),
                BackupStatements.allow(target, "backup:CopyIntoBackupVault", "backup:DescribeBackupVault"));
        var keysThere = stack.formatArn(ArnComponents.builder()
                .service("kms")
                .region(copy.region())
                .resource("key")
                .resourceName("*")
                .build());
        Map<String, Object> ofTheVault =
                Map.of("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", copy.keyAlias()));
        BackupStatements.useKey(keysThere, copy.region(), ofTheVault, ENCRYPT).forEach(policy::addStatements);
        mayTag(copy.region());
    }

    /** Backups inherit the tags of their table, and with them its data class. */
    private void mayTag(String region) {
        policy.addStatements(
                BackupStatements.allow(BackupStatements.recoveryPoints(Stack.of(this), region), "backup:TagResource"));
    }

    private void mayUse(IKey key) {
        BackupStatements.useKey(key.getKeyArn(), Stack.of(this).getRegion(), ENCRYPT)
                .forEach(policy::addStatements);
    }
}
