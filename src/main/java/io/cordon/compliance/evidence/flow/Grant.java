package io.cordon.compliance.evidence.flow;

import java.util.List;
import java.util.SortedMap;

/**
 * What one statement of a policy allows.
 *
 * @param actions by what they do: read, write, delete, decrypt and so on
 * @param part the part of the store it is limited to; empty if none is named
 * @param conditions under which conditions
 * @param why the statement
 */
record Grant(SortedMap<String, List<String>> actions, String part, List<String> conditions, Why why)
        implements Comparable<Grant> {
    @Override
    public int compareTo(Grant other) {
        return toString().compareTo(other.toString());
    }
}
