/** The list of what a synth left, by which anybody can see that it is whole, and what changed since another. */
@NullMarked
package io.cordon.compliance.evidence.manifest;

import org.jspecify.annotations.NullMarked;
