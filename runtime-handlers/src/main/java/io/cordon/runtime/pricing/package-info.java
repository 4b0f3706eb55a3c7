/** Writes price books of models, which never change once they are written. */
@NullMarked
package io.cordon.runtime.pricing;

import org.jspecify.annotations.NullMarked;
