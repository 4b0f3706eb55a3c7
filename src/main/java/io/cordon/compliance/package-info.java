/** The gate: which rules run on every synth, what may be excepted, and the evidence that is left. */
@NullMarked
package io.cordon.compliance;

import org.jspecify.annotations.NullMarked;
