package io.cordon.data;

import io.cordon.compliance.DataClass;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.IBackupPlan;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * A daily backup of each table, in a vault from which nobody deletes a backup before its time.
 *
 * <p>Tables are selected by ARN in the vault's own stack: rule packs see no other selection, and a tag can be forgotten.
 */
public final class BackupVault extends Construct implements VaultMetrics {
    private final IKey key;
    private final IBackupVault vault;
    private final BackupPlan plan;
    private final BackupRole role;
    private final @Nullable RestoreTesting restoreTesting;

    /** Makes a vault from what {@code props} sets. */
    public BackupVault(Construct scope, String id, Consumer<BackupVaultProps.Builder> props) {
        this(scope, id, BackupVaultProps.from(props));
    }

    /** Makes a vault from {@code props}. */
    public BackupVault(Construct scope, String id, BackupVaultProps props) {
        super(scope, id);

        this.key = props.encryptionKey != null ? props.encryptionKey : rotatingKey();
        this.vault = vault(props);
        this.plan = DailyPlan.of(this, props, vault);
        this.role = new BackupRole(this, vault, key);
        this.restoreTesting =
                props.restoreTests == RestoreTests.NONE ? null : new RestoreTesting(this, props, vault, key);
        DataClass.of(this).phi();

        copy(props);
        props.tables.forEach(this::protect);
    }

    /**
     * Backs a table up from now on.
     *
     * @throws IllegalArgumentException if the table is of another stack, where rule packs would not find its backup
     */
    public void protect(ITable table) {
        var here = Stack.of(this).getNode().getPath();
        var there = Stack.of(table).getNode().getPath();
        if (!here.equals(there)) {
            throw new IllegalArgumentException("table: " + table.getNode().getPath() + " is of the stack " + there
                    + "; must be of " + here + ", since rule packs see a backup in the table's stack only;"
                    + " give that stack a vault of its own");
        }
        role.mayBackUp(table);
        plan.addSelection(
                "Selection" + Names.nodeUniqueId(table.getNode()),
                BackupSelectionOptions.builder()
                        .resources(List.of(BackupResource.fromArn(table.getTableArn())))
                        .role(role.role())
                        .backupSelectionName(BackupNames.of(table))
                        .disableDefaultBackupPolicy(true)
                        .build());
        if (restoreTesting != null) {
            restoreTesting.include(table);
        }
    }

    /** Returns the vault. */
    @Override
    public IBackupVault getVault() {
        return vault;
    }

    /** Returns the plan that fills the vault. */
    public IBackupPlan getPlan() {
        return plan;
    }

    /** Returns the key that encrypts the backups. */
    public IKey getKey() {
        return key;
    }

    private Key rotatingKey() {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the backups in " + getNode().getPath())
                .enableKeyRotation(true)
                .build();
    }

    private IBackupVault vault(BackupVaultProps props) {
        return software.amazon.awscdk.services.backup.BackupVault.Builder.create(this, "Vault")
                .encryptionKey(key)
                .accessPolicy(VaultPolicy.of(Stack.of(this)))
                .lockConfiguration(props.lock.configuration(props.deleteAfter))
                // Its name is made from its path: left behind by a failed first deployment, it would stop the second.
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
    }

    private void copy(BackupVaultProps props) {
        if (props.copyTo != null) {
            props.copyTo.checkFrom(this);
            role.mayCopy(props.copyTo);
        }
    }
}
