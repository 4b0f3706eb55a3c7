package io.cordon.compliance.evidence.flow;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One way between two nodes.
 *
 * @param from the id of the node where it begins
 * @param to the id of the node where it ends
 * @param kind what goes along it
 * @param label which of several ways it is; empty if there is one
 * @param through the VPC endpoint it takes, or why it takes none; empty where that does not matter
 * @param grants what policies allow along it
 * @param why what shows it
 */
record FlowEdge(
        String from, String to, EdgeKind kind, String label, String through, List<Grant> grants, SortedSet<Why> why)
        implements Comparable<FlowEdge> {

    /** What may be done along it. */
    SortedSet<String> verbs() {
        var verbs = new TreeSet<String>();
        grants.forEach(grant -> verbs.addAll(grant.actions().keySet()));
        return verbs;
    }

    String key() {
        return String.join("\n", from, to, kind.name(), label);
    }

    @Override
    public int compareTo(FlowEdge other) {
        return key().compareTo(other.key());
    }
}
