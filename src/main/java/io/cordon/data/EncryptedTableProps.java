package io.cordon.data;

import io.cordon.policies.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;

/** What every {@link EncryptedTable} can be told. */
public abstract class EncryptedTableProps {
    final @Nullable IKey encryptionKey;
    final Duration recoveryPeriod;
    final boolean destroyable;

    /** Takes what the builder holds. */
    protected EncryptedTableProps(Builder<?> builder) {
        this.encryptionKey = builder.encryptionKey;
        this.recoveryPeriod = builder.recoveryPeriod;
        this.destroyable = builder.destroyable;
    }

    /**
     * Collects the values, then checks all of them at once.
     *
     * @param <B> the builder of the one kind of table
     */
    public abstract static class Builder<B extends Builder<B>> {
        private static final int LONGEST_RECOVERY_DAYS =
                LimitPolicy.current().longestRecoveryDays().value();

        private @Nullable IKey encryptionKey;
        private Duration recoveryPeriod = Duration.days(LONGEST_RECOVERY_DAYS);
        private boolean destroyable = false;

        /** Starts with every default. */
        protected Builder() {}

        /** Returns this builder as its own kind. */
        protected abstract B self();

        /** A customer-managed symmetric key of your own. Default: a new one that rotates every year. */
        public B encryptionKey(IKey encryptionKey) {
            this.encryptionKey = encryptionKey;
            return self();
        }

        /**
         * How far back the table can be restored to any second; 1 to 35 whole days. Deleted items stay recoverable, and
         * so stay PHI, for as long. Default: {@code longestRecoveryDays}, 35 days.
         */
        public B recoveryPeriod(Duration recoveryPeriod) {
            this.recoveryPeriod = recoveryPeriod;
            return self();
        }

        /**
         * Whether deleting the stack may delete the table: the first of two keys. The second is the context
         * {@code cordon:allowPhiDeletion=true}; without both the table is retained and protected. Default:
         * {@code false}.
         */
        public B destroyable(boolean destroyable) {
            this.destroyable = destroyable;
            return self();
        }

        /** Returns what is wrong, as sentences. */
        protected List<String> problems() {
            var problems = new ArrayList<String>();
            if (!WholeDays.within(recoveryPeriod, LONGEST_RECOVERY_DAYS)) {
                problems.add("recoveryPeriod: " + WholeDays.print(recoveryPeriod) + "; 1 to " + LONGEST_RECOVERY_DAYS
                        + " whole days; for longer keep backups in a BackupVault");
            }
            return problems;
        }
    }
}
