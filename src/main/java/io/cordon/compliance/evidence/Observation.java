package io.cordon.compliance.evidence;

/**
 * One thing that a rule holds against one construct.
 *
 * @param ruleId the rule with its pack
 * @param path the construct
 * @param level {@code error}, {@code warning} or {@code fatal}
 * @param info what is wrong
 * @param why the reason for the rule; empty where the pack gives none
 * @param mend what to do; empty where the pack does not say
 * @param excused whether an exception covers it
 */
public record Observation(
        String ruleId, String path, String level, String info, String why, String mend, boolean excused) {}
