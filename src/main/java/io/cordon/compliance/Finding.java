package io.cordon.compliance;

/**
 * What a rule holds against one construct, before exceptions are looked at.
 *
 * @param pack the pack's name
 * @param rule the id inside the pack, as the CDK prints it
 * @param level {@code error}, {@code warning} or {@code fatal}
 * @param info what is wrong
 * @param why the reason for the rule; empty where the pack does not say
 * @param mend what to do; empty where the pack does not say
 * @param path the construct
 */
record Finding(String pack, String rule, String level, String info, String why, String mend, String path) {
    /** How cdk-nag begins what it says of a resource that a rule could not read. */
    static final String UNREADABLE = "Rule threw an error during validation";

    /** Returns the only id that an exception can name without losing the finding. */
    String qualifiedId() {
        return pack + "::" + rule;
    }

    Finding mendedBy(String other) {
        return new Finding(pack, rule, level, info, why, other, path);
    }

    Finding saying(String other) {
        return new Finding(pack, rule, level, other, why, mend, path);
    }

    /** Whether the rule could not read the resource, for instance because a value is known at deployment only. */
    boolean isUnreadable() {
        return info.startsWith(UNREADABLE);
    }
}
