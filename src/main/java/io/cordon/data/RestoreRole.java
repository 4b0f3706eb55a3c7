package io.cordon.data;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The role of restore tests: what AWSBackupServiceRolePolicyForRestores says of DynamoDB, into tables of tests only.
 *
 * <p>It writes into no table of yours. AWS Backup deletes the tables of its tests by a role of its own.
 */
final class RestoreRole extends Construct {
    // AWS Backup names every table of a test so.
    private static final String OF_TESTS = "awsbackup-restore-test-*";

    private final ManagedPolicy policy;
    private final IRole role;

    RestoreRole(Construct scope, IKey vaultKey) {
        super(scope, "Role");

        this.policy = ManagedPolicy.Builder.create(this, "Policy")
                .description("AWS Backup restores backups of one stack into tables of tests")
                .statements(List.of(BackupStatements.allow(
                        testTables(),
                        "dynamodb:BatchWriteItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:DescribeTable",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:RestoreTableFromAwsBackup",
                        "dynamodb:Scan",
                        "dynamodb:UpdateItem")))
                .build();
        this.role = Role.Builder.create(this, "Resource")
                .assumedBy(BackupStatements.backupOfThisAccount(this))
                .managedPolicies(List.of(policy))
                .build();
        mayUse(vaultKey);
    }

    IRole role() {
        return role;
    }

    void mayRestore(ITable table) {
        policy.addStatements(
                BackupStatements.allow(
                        table.getTableArn(), "dynamodb:DescribeTable", "dynamodb:RestoreTableFromAwsBackup"),
                BackupStatements.allow(table.getTableArn() + "/backup/*", "dynamodb:RestoreTableFromBackup"));
        var key = table.getEncryptionKey();
        if (key != null) {
            mayUse(key);
        }
    }

    private void mayUse(IKey key) {
        BackupStatements.useKey(
                        key.getKeyArn(),
                        Stack.of(this).getRegion(),
                        "kms:Decrypt",
                        "kms:Encrypt",
                        "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo")
                .forEach(policy::addStatements);
    }

    private String testTables() {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("dynamodb")
                        .resource("table")
                        .resourceName(OF_TESTS)
                        .build());
    }
}
