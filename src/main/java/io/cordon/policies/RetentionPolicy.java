package io.cordon.policies;

/**
 * How long things are kept: {@code policies/retention.json}.
 *
 * @param auditDays the least that a log of access to PHI is kept
 * @param temporaryExpiryDays how long a temporary document is current
 * @param longestTemporaryExpiryDays past this a store is not temporary
 * @param deadLetterDays how long a failed event waits for its replay
 * @param functionLogDays how long a function's own log is kept
 * @param cloudWatchLogsDays the periods that CloudWatch Logs accepts
 */
public record RetentionPolicy(
        Figure auditDays,
        Figure temporaryExpiryDays,
        Figure longestTemporaryExpiryDays,
        Figure deadLetterDays,
        Figure functionLogDays,
        Figures cloudWatchLogsDays) {

    private static final RetentionPolicy CURRENT = PolicyFile.read("retention.json", RetentionPolicy.class);

    /** Returns the policy on the class path. */
    public static RetentionPolicy current() {
        return CURRENT;
    }
}
