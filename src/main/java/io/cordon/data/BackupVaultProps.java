package io.cordon.data;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;

/** How a {@link BackupVault} is made. */
public final class BackupVaultProps {
    final @Nullable IKey encryptionKey;
    final Duration deleteAfter;
    final List<ITable> tables;
    final VaultLock lock;
    final @Nullable BackupCopy copyTo;
    final RestoreTests restoreTests;
    final Duration restoreTestWindow;

    private BackupVaultProps(Builder builder) {
        this.encryptionKey = builder.encryptionKey;
        this.deleteAfter = builder.deleteAfter;
        this.tables = builder.tables;
        this.lock = builder.lock;
        this.copyTo = builder.copyTo;
        this.restoreTests = builder.restoreTests;
        this.restoreTestWindow = builder.restoreTestWindow;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static BackupVaultProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a vault is made from. */
    public static final class Builder {
        // AWS Backup: what a test restored is left for 1 to 168 whole hours.
        private static final int LONGEST_TEST_HOURS = 168;
        private static final long HOUR = 3_600_000;

        private @Nullable IKey encryptionKey;
        private Duration deleteAfter =
                Duration.days(RetentionPolicy.current().backupDays().value());
        private List<ITable> tables = List.of();
        private VaultLock lock = VaultLock.governance();
        private @Nullable BackupCopy copyTo;
        private RestoreTests restoreTests = RestoreTests.MONTHLY;
        private Duration restoreTestWindow =
                Duration.hours(RetentionPolicy.current().restoreTestHours().value());

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
         * as long. Default: {@code backupDays}, 35 days, the least that AWS's HIPAA conformance pack asks for.
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
         * How firmly the vault holds its backups. Default: {@link VaultLock#governance()}; a compliance lock cannot be
         * undone, so it is nothing that a library does by itself.
         */
        public Builder lock(VaultLock lock) {
            this.lock = lock;
            return this;
        }

        /** Where each backup is copied, in another region of the same geography. Default: nowhere. */
        public Builder copyTo(BackupCopy copy) {
            this.copyTo = copy;
            return this;
        }

        /** How often a backup of each table is restored as a test. Default: {@link RestoreTests#MONTHLY}. */
        public Builder restoreTests(RestoreTests often) {
            this.restoreTests = often;
            return this;
        }

        /**
         * How long the table of a test is left for somebody to look at; 1 to 168 whole hours. It holds PHI, under the key
         * of its table. Default: {@code restoreTestHours}, 8 hours.
         */
        public Builder restoreTestWindow(Duration window) {
            this.restoreTestWindow = window;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public BackupVaultProps build() {
            var problems = problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("BackupVault: " + String.join("\n", problems));
            }
            return new BackupVaultProps(this);
        }

        private List<String> problems() {
            var problems = new ArrayList<String>();
            if (!WholeDays.within(deleteAfter, WholeDays.LONGEST_BACKUP)) {
                problems.add("deleteAfter: " + WholeDays.print(deleteAfter) + "; 1 to " + WholeDays.LONGEST_BACKUP
                        + " whole days; round it up");
            }
            problems.addAll(lock.problems(deleteAfter));
            if (copyTo != null) {
                problems.addAll(copyTo.problems());
            }
            if (restoreTestWindow.isUnresolved() || !isWholeHours(restoreTestWindow)) {
                problems.add("restoreTestWindow: " + WholeDays.print(restoreTestWindow) + "; 1 to " + LONGEST_TEST_HOURS
                        + " whole hours; the shorter the better");
            }
            return problems;
        }

        private static boolean isWholeHours(Duration window) {
            var millis = window.toMilliseconds().longValue();
            return millis % HOUR == 0 && millis >= HOUR && millis / HOUR <= LONGEST_TEST_HOURS;
        }
    }
}
