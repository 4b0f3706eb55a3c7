package io.cordon.policies;

/**
 * How long things are kept: {@code policies/retention.json}.
 *
 * @param auditDays the least that a log of access to PHI is kept
 * @param temporaryExpiryDays how long a temporary document is current
 * @param longestTemporaryExpiryDays past this a store is not temporary
 * @param temporaryNoncurrentDays how long a deleted or overwritten temporary document is left
 * @param signatureMinutes how old the signature of a request may be
 * @param auditColdDays when logs move to colder storage
 * @param auditNoncurrentDays how long an overwritten log is left
 * @param keyRotationDays how long a version of a key encrypts new data
 * @param keyDeletionDays how long a deleted key can be brought back
 * @param deadLetterDays how long a failed event waits for its replay
 * @param functionLogDays how long a function's own log is kept
 * @param backupDays how long a backup is kept
 * @param restoreTestHours how long a table restored for a test is left
 * @param costRecordDays how long the record of a model's call is kept
 * @param cloudWatchLogsDays the periods that CloudWatch Logs accepts
 */
public record RetentionPolicy(
        Figure auditDays,
        Figure temporaryExpiryDays,
        Figure longestTemporaryExpiryDays,
        Figure temporaryNoncurrentDays,
        Figure signatureMinutes,
        Figure auditColdDays,
        Figure auditNoncurrentDays,
        Figure keyRotationDays,
        Figure keyDeletionDays,
        Figure deadLetterDays,
        Figure functionLogDays,
        Figure backupDays,
        Figure restoreTestHours,
        Figure costRecordDays,
        Figures cloudWatchLogsDays) {

    private static final RetentionPolicy CURRENT = PolicyFile.read("retention.json", RetentionPolicy.class);

    /** Returns the policy on the class path. */
    public static RetentionPolicy current() {
        return CURRENT;
    }
}
