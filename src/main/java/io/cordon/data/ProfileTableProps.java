package io.cordon.data;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;

/** How a {@link ProfileTable} is made. */
public final class ProfileTableProps {
    // DynamoDB: the recovery period is 1 to 35 days.
    static final int LONGEST_RECOVERY_DAYS = 35;

    final @Nullable IKey encryptionKey;
    final Duration recoveryPeriod;
    final boolean destroyable;

    private ProfileTableProps(Builder builder) {
        this.encryptionKey = builder.encryptionKey;
        this.recoveryPeriod = builder.recoveryPeriod;
        this.destroyable = builder.destroyable;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a table is made from. */
    public static final class Builder {
        private @Nullable IKey encryptionKey;
        private Duration recoveryPeriod = Duration.days(LONGEST_RECOVERY_DAYS);
        private boolean destroyable = false;

        private Builder() {}

        /** A customer-managed symmetric key of your own. Default: a new one that rotates every year. */
        public Builder encryptionKey(IKey encryptionKey) {
            this.encryptionKey = encryptionKey;
            return this;
        }

        /**
         * How far back the table can be restored to any second; 1 to 35 whole days. Deleted items stay recoverable, and
         * so stay PHI, for as long. Default: 35 days.
         */
        public Builder recoveryPeriod(Duration recoveryPeriod) {
            this.recoveryPeriod = recoveryPeriod;
            return this;
        }

        /**
         * Whether deleting the stack may delete the table: the first of two keys. The second is the context
         * {@code cordon:allowPhiDeletion=true}; without both the table is retained and protected. Default:
         * {@code false}.
         */
        public Builder destroyable(boolean destroyable) {
            this.destroyable = destroyable;
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException if the recovery period is none that DynamoDB accepts
         */
        public ProfileTableProps build() {
            double days = recoveryPeriod.toSeconds().doubleValue() / 86_400;
            if (days < 1 || days > LONGEST_RECOVERY_DAYS || days != Math.rint(days)) {
                throw new IllegalArgumentException("recoveryPeriod: " + recoveryPeriod.toHumanString() + "; 1 to "
                        + LONGEST_RECOVERY_DAYS + " whole days; for longer keep backups in a BackupVault");
            }
            return new ProfileTableProps(this);
        }
    }
}
