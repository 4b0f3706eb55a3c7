/**
 * Proves that a trail records what its stack says, and that nobody changed or removed what it delivered of its home
 * region.
 */
@NullMarked
package io.cordon.runtime.trail;

import org.jspecify.annotations.NullMarked;
