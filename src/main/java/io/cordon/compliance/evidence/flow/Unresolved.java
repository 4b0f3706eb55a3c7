package io.cordon.compliance.evidence.flow;

/**
 * What a template says and nobody can follow.
 *
 * @param why where it says it
 * @param cause why it cannot be followed
 */
record Unresolved(Why why, String cause) implements Comparable<Unresolved> {
    @Override
    public int compareTo(Unresolved other) {
        return toString().compareTo(other.toString());
    }
}
