package io.cordon.compliance.evidence.manifest;

/**
 * What is otherwise than before.
 *
 * @param what its name
 * @param before what it was; empty if it is new
 * @param after what it is; empty if it is gone
 */
record Change(String what, String before, String after) {}
