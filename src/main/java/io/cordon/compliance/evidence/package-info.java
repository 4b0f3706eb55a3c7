/** What a synth leaves for an auditor. */
@NullMarked
package io.cordon.compliance.evidence;

import org.jspecify.annotations.NullMarked;
