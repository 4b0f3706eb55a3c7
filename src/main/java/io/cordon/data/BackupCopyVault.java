package io.cordon.data;

import io.cordon.compliance.DataClass;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * A vault in another region that takes copies of backups, under a key of that region: what is left when a region is gone.
 *
 * <p>It stands in a stack of its region and is deployed before the {@link BackupVault} that copies into it. The alias of
 * its key is the vault's name: by it the other side names a key whose id it cannot know.
 */
public final class BackupCopyVault extends Construct implements VaultMetrics {
    private final IKey key;
    private final IBackupVault vault;

    /** Makes a vault from what {@code props} sets. */
    public BackupCopyVault(Construct scope, String id, Consumer<BackupCopyVaultProps.Builder> props) {
        this(scope, id, BackupCopyVaultProps.from(props));
    }

    /** Makes a vault from {@code props}. */
    public BackupCopyVault(Construct scope, String id, BackupCopyVaultProps props) {
        super(scope, id);

        this.key = props.encryptionKey != null ? props.encryptionKey : rotatingKey();
        this.vault = vault(props);
        alias(props);
        DataClass.of(this).phi();
    }

    /** Returns the vault. */
    @Override
    public IBackupVault getVault() {
        return vault;
    }

    /** Returns the key that encrypts the copies. */
    public IKey getKey() {
        return key;
    }

    private Key rotatingKey() {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the copies of backups in " + getNode().getPath())
                .enableKeyRotation(true)
                .build();
    }

    private IBackupVault vault(BackupCopyVaultProps props) {
        var policy = VaultPolicy.of(Stack.of(this));
        policy.addStatements(PolicyStatement.Builder.create()
                .sid("CopiesOfThisAccount")
                .principals(List.of(new AccountRootPrincipal()))
                .actions(List.of("backup:CopyIntoBackupVault"))
                .resources(List.of("*"))
                .build());
        return software.amazon.awscdk.services.backup.BackupVault.Builder.create(this, "Vault")
                .backupVaultName(props.vaultName)
                .encryptionKey(key)
                .accessPolicy(policy)
                .lockConfiguration(props.lock.configuration(props.keepAtLeast))
                // It has a fixed name: left behind by a failed first deployment, it would stop the second.
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
    }

    private void alias(BackupCopyVaultProps props) {
        Alias.Builder.create(this, "Alias")
                .aliasName("alias/" + props.vaultName)
                .targetKey(key)
                .build();
    }
}
