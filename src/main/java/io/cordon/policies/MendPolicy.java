package io.cordon.policies;

import java.util.Map;

/**
 * What to write to mend a finding of the rule packs: {@code policies/mends.json}.
 *
 * @param mends one or two sentences by the rule's name without its pack; what stands in backticks is code
 */
public record MendPolicy(Map<String, String> mends) {
    private static final MendPolicy CURRENT = PolicyFile.read("mends.json", MendPolicy.class);

    /** Returns the policy on the class path. */
    public static MendPolicy current() {
        return CURRENT;
    }

    /** Returns what mends a finding of that rule; empty if the rule is none of these packs. */
    public String of(String rule) {
        return mends.getOrDefault(rule, "");
    }
}
