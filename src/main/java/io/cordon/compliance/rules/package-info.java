/** Our own rules over templates: what the packs cannot see. */
@NullMarked
package io.cordon.compliance.rules;

import org.jspecify.annotations.NullMarked;
