package io.cordon.data;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IKey;

/** How a {@link BackupCopyVault} is made. */
public final class BackupCopyVaultProps {
    final String vaultName;
    final @Nullable IKey encryptionKey;
    final Duration keepAtLeast;
    final VaultLock lock;

    private BackupCopyVaultProps(Builder builder) {
        this.vaultName = builder.vaultName;
        this.encryptionKey = builder.encryptionKey;
        this.keepAtLeast = builder.keepAtLeast;
        this.lock = builder.lock;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static BackupCopyVaultProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a vault is made from. */
    public static final class Builder {
        private String vaultName = "";
        private @Nullable IKey encryptionKey;
        private Duration keepAtLeast =
                Duration.days(RetentionPolicy.current().backupDays().value());
        private VaultLock lock = VaultLock.governance();

        private Builder() {}

        /** What the vault and the alias of its key are called: 2 to 50 letters, digits, {@code _} and {@code -}. Required. */
        public Builder vaultName(String name) {
            this.vaultName = name;
            return this;
        }

        /**
         * A customer-managed symmetric key of your own, of this region; it gets the vault's name as one more alias.
         * Default: a new one that rotates every year.
         */
        public Builder encryptionKey(IKey encryptionKey) {
            this.encryptionKey = encryptionKey;
            return this;
        }

        /**
         * The least time for which the vault accepts a copy; 1 to 36500 whole days. Default: {@code backupDays}, 35 days.
         */
        public Builder keepAtLeast(Duration least) {
            this.keepAtLeast = least;
            return this;
        }

        /** How firmly the vault holds its copies. Default: {@link VaultLock#governance()}. */
        public Builder lock(VaultLock lock) {
            this.lock = lock;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public BackupCopyVaultProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("BackupCopyVault: " + String.join("\n", problems));
            }
            return new BackupCopyVaultProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (!Token.isUnresolved(vaultName)
                    && !BackupCopy.VAULT_NAME.matcher(vaultName).matches()) {
                problems.add("vaultName: " + (vaultName.isEmpty() ? "(none)" : vaultName)
                        + "; 2 to 50 letters, digits, _ and -; the other region finds the vault by it");
            }
            if (!WholeDays.within(keepAtLeast, WholeDays.LONGEST_BACKUP)) {
                problems.add("keepAtLeast: " + WholeDays.print(keepAtLeast) + "; 1 to " + WholeDays.LONGEST_BACKUP
                        + " whole days; round it up");
            }
            problems.addAll(lock.problems(keepAtLeast));
            return problems;
        }
    }
}
