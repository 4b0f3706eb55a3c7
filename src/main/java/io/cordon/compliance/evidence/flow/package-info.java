/** Where PHI lies, where it goes, who sets it going and who may touch it, as the templates show it. */
@NullMarked
package io.cordon.compliance.evidence.flow;

import org.jspecify.annotations.NullMarked;
