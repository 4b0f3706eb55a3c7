package io.cordon.policies;

/**
 * When checks of a running system give up or sound an alarm: {@code policies/checks.json}.
 *
 * @param trailSilencePeriodHours one period of the alarm on a trail that is not verified
 * @param trailSilencePeriods periods without a good check before that alarm
 * @param trailCheckMinutes how long a deployment waits for the check of a trail
 * @param priceSeedMinutes how long a deployment waits for a price book
 * @param modelPrivacyMinutes how long a deployment waits for Bedrock's settings
 */
public record CheckPolicy(
        Figure trailSilencePeriodHours,
        Figure trailSilencePeriods,
        Figure trailCheckMinutes,
        Figure priceSeedMinutes,
        Figure modelPrivacyMinutes) {

    private static final CheckPolicy CURRENT = PolicyFile.read("checks.json", CheckPolicy.class);

    /** Returns the policy on the class path. */
    public static CheckPolicy current() {
        return CURRENT;
    }
}
