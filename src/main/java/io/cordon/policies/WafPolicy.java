package io.cordon.policies;

import java.time.LocalDate;
import java.util.List;

/**
 * Which requests the web application firewall refuses: {@code policies/waf.json}.
 *
 * @param capacity capacity units of a web ACL at the basic price
 * @param rateRuleCapacity capacity units of the rule that counts requests
 * @param rateWindowSeconds how far back requests are counted
 * @param requestsPerAddress requests of one address in that time
 * @param leastRequestsPerAddress the lowest such limit
 * @param ruleGroups managed rule groups, in the order in which they are asked
 */
public record WafPolicy(
        Figure capacity,
        Figure rateRuleCapacity,
        Figure rateWindowSeconds,
        Figure requestsPerAddress,
        Figure leastRequestsPerAddress,
        List<RuleGroup> ruleGroups) {

    private static final WafPolicy CURRENT = PolicyFile.read("waf.json", WafPolicy.class);

    /**
     * A rule group that AWS maintains.
     *
     * @param name AWS's name for it
     * @param capacity the capacity units it takes
     * @param why the reason
     * @param source where it is documented
     * @param checked when somebody last looked there
     */
    public record RuleGroup(String name, int capacity, String why, String source, LocalDate checked) {}

    /** Returns the policy on the class path. */
    public static WafPolicy current() {
        return CURRENT;
    }
}
