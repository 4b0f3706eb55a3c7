package io.cordon.policies;

/**
 * What AWS refuses beyond: {@code policies/limits.json}.
 *
 * @param stackResources resources in one stack
 * @param managedPolicyCharacters characters of one customer-managed policy
 * @param functionEnvironmentBytes all variables of one function
 * @param accountConcurrency concurrent executions of an account in a region
 * @param unreservedConcurrency what reservations must leave over
 * @param unresolvedReferenceCharacters what a reference may become in a policy
 * @param asyncEventAgeMinutes how long an asynchronous event is tried
 * @param asyncRetries how often a failed asynchronous event is tried again
 * @param ruleEventAgeMinutes how long EventBridge tries to deliver an event
 * @param ruleRetries how often EventBridge tries again to deliver an event
 * @param smallestFunctionMegabytes the least memory of a function
 * @param largestFunctionMegabytes the most memory of a function
 * @param longestFunctionSeconds the longest timeout of a function
 * @param functionDescriptionCharacters the longest description of a function
 * @param longestRecoveryDays how far back point-in-time recovery reaches
 * @param longestBackupDays how long AWS Backup keeps a recovery point at most
 * @param vaultLockCoolingDays how long a vault lock can be taken back at least
 * @param endpointPolicyCharacters characters of the policy of one VPC endpoint
 * @param serviceControlPolicyCharacters characters of one service control policy
 * @param advancedSelectorValues values in all advanced event selectors of one trail
 * @param modelDocumentBytes the largest document that a model takes
 * @param modelTextCharacters the longest text that a model is given
 * @param modelAnswerTokens the longest answer that there is time for
 */
public record LimitPolicy(
        Figure stackResources,
        Figure managedPolicyCharacters,
        Figure functionEnvironmentBytes,
        Figure accountConcurrency,
        Figure unreservedConcurrency,
        Figure unresolvedReferenceCharacters,
        Figure asyncEventAgeMinutes,
        Figure asyncRetries,
        Figure ruleEventAgeMinutes,
        Figure ruleRetries,
        Figure smallestFunctionMegabytes,
        Figure largestFunctionMegabytes,
        Figure longestFunctionSeconds,
        Figure functionDescriptionCharacters,
        Figure longestRecoveryDays,
        Figure longestBackupDays,
        Figure vaultLockCoolingDays,
        Figure endpointPolicyCharacters,
        Figure serviceControlPolicyCharacters,
        Figure advancedSelectorValues,
        Figure modelDocumentBytes,
        Figure modelTextCharacters,
        Figure modelAnswerTokens) {

    /** Returns how often an asynchronous event is tried at all: once, and each time again that Lambda offers. */
    public int asyncTries() {
        return 1 + asyncRetries.value();
    }

    private static final LimitPolicy CURRENT = PolicyFile.read("limits.json", LimitPolicy.class);

    /** Returns the policy on the class path. */
    public static LimitPolicy current() {
        return CURRENT;
    }
}
