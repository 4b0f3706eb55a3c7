/** Which provisions of the Security Rule a synth's checks speak of, and what they found. */
@NullMarked
package io.cordon.compliance.evidence.citations;

import org.jspecify.annotations.NullMarked;
