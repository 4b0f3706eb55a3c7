/** One way through everything that a template deploys, by the functions' real entry points. */
@NullMarked
package io.cordon.runtime.journey;

import org.jspecify.annotations.NullMarked;
