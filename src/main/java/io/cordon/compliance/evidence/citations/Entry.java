package io.cordon.compliance.evidence.citations;

import io.cordon.policies.SecurityRule.Kind;
import io.cordon.policies.SecurityRule.Obligation;
import io.cordon.policies.SecurityRule.Provision;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is said of one provision.
 *
 * @param provision the provision
 * @param standing the sum of it
 * @param rows all verdicts of the rules that cite it
 * @param rules the rules that cite it, by id
 * @param through the specifications whose checks pass, for a standard that no rule cites
 */
record Entry(Provision provision, Standing standing, Tally rows, List<RuleEntry> rules, List<String> through) {
    /** General rules are met through the others, and counting them would count those twice. */
    boolean counts() {
        return provision.kind() != Kind.GENERAL;
    }

    boolean checked() {
        return rows.reachesAVerdict();
    }

    /** Returns the rules that have rows of a kind. */
    List<RuleEntry> where(ToLongFunction<Tally> kind) {
        return rules.stream().filter(it -> kind.applyAsLong(it.rows()) > 0).toList();
    }

    /** Returns the rules that came to a verdict. */
    List<RuleEntry> judging() {
        return rules.stream().filter(it -> it.rows().reachesAVerdict()).toList();
    }

    /** Returns what the provision is, and how binding. */
    String binding() {
        return switch (provision.kind()) {
            case GENERAL -> "General rule, not counted";
            case STANDARD -> "Standard, required";
            case SPECIFICATION ->
                provision.obligation() == Obligation.REQUIRED
                        ? "Specification, required"
                        : "Specification, addressable";
        };
    }
}
