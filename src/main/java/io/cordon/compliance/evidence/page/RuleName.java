package io.cordon.compliance.evidence.page;

/**
 * A rule's id, taken apart.
 *
 * @param id as every file of the pack has it
 * @param pack the pack; empty for what no rule looks at
 * @param name the rule without its pack
 */
record RuleName(String id, String pack, String name) {

    static RuleName of(String id) {
        var behind = id.indexOf("::");
        if (behind < 0) {
            return new RuleName(id, "", id);
        }
        var pack = id.substring(0, behind);
        var name = id.substring(behind + 2);
        return new RuleName(id, pack, name.startsWith(pack + "-") ? name.substring(pack.length() + 1) : name);
    }

    /** Returns the rule that a finding of several belongs to: which of them stands in brackets behind the id. */
    static RuleName ofFinding(String id) {
        var bracket = id.indexOf('[');
        return of(bracket < 0 ? id : id.substring(0, bracket));
    }
}
