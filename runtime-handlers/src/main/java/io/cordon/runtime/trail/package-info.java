/** Proves that a trail records, and that nobody changed or removed what it delivered. */
@NullMarked
package io.cordon.runtime.trail;

import org.jspecify.annotations.NullMarked;
