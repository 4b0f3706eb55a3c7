package io.cordon.compliance.evidence.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;

/**
 * What a pack consists of: {@code manifest.json}. Whoever signs its bytes signs every file that it names.
 *
 * @param schema the version of this form
 * @param result {@code passes} or {@code fails}
 * @param asOf the day it was judged for
 * @param commit the commit of the project's sources, or why it is not known
 * @param tree {@code clean}, {@code changed} or {@code not known}
 * @param versions what made it
 * @param flags the feature flags of the CDK under which the templates came about
 * @param templates what would be deployed, relative to the folder above the pack
 * @param evidence the other files of the pack
 */
@JsonPropertyOrder({"schema", "result", "asOf", "commit", "tree", "versions", "templates", "evidence", "flags"})
record Manifest(
        int schema,
        String result,
        String asOf,
        String commit,
        String tree,
        SortedMap<String, String> versions,
        SortedMap<String, Object> flags,
        List<HashedFile> templates,
        List<HashedFile> evidence) {

    static final int SCHEMA = 1;
}
