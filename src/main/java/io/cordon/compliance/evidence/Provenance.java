package io.cordon.compliance.evidence;

import java.util.SortedMap;

/**
 * What made the evidence, and from what.
 *
 * @param versions of the library, the CDK, the packs and the JDK's major version, by name
 * @param commit the commit of the project's sources, or a sentence that says why it is not known
 * @param tree {@code clean}, {@code changed} or {@code not known}
 */
public record Provenance(SortedMap<String, String> versions, String commit, String tree) {}
