package io.cordon.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;

/** How a {@link BackupVault} is made. */
public final class BackupVaultProps {
    // AWS Backup: a recovery point is kept 1 to 36500 days.
    static final int LONGEST_DAYS = 36_500;

    final @Nullable IKey encryptionKey;
    final Duration deleteAfter;
    final List<ITable> tables;

    private BackupVaultProps(Builder builder) {
        this.encryptionKey = builder.encryptionKey;
        this.deleteAfter = builder.deleteAfter;
        this.tables = builder.tables;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a vault is made from. */
    public static final class Builder {
        // AWS Config's backup-plan-min-frequency-and-min-retention-check, in AWS's HIPAA pack, asks for a day and 35
        // days.
        private Duration deleteAfter = Duration.days(35);
        private @Nullable IKey encryptionKey;
        private List<ITable> tables = List.of();

        private Builder() {}

        /**
         * A customer-managed symmetric key of your own, other than the tables': whoever deletes one must not take the
         * other. Default: a new one that rotates every year.
         */
        public Builder encryptionKey(IKey encryptionKey) {
            this.encryptionKey = encryptionKey;
            return this;
        }

        /**
         * How long a backup is kept; 1 to 36500 whole days. A person who was erased stays in backups, as ciphertext, for
         * as long. Default: 35 days, the least that AWS's HIPAA conformance pack asks for and what point-in-time recovery
         * reaches back to.
         */
        public Builder deleteAfter(Duration deleteAfter) {
            this.deleteAfter = deleteAfter;
            return this;
        }

        /** The tables that are backed up, all in the vault's own stack. Default: none; see {@code protect}. */
        public Builder tables(List<ITable> tables) {
            this.tables = List.copyOf(tables);
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException if AWS Backup does not keep anything for so long
         */
        public BackupVaultProps build() {
            double days = deleteAfter.toSeconds().doubleValue() / 86_400;
            if (days < 1 || days > LONGEST_DAYS || days != Math.rint(days)) {
                throw new IllegalArgumentException("deleteAfter: " + deleteAfter.toHumanString() + "; 1 to "
                        + LONGEST_DAYS + " whole days; round it up");
            }
            return new BackupVaultProps(this);
        }
    }
}
