/** Finds the job that a request is about, for its owner alone. */
@NullMarked
package io.cordon.runtime.owner;

import org.jspecify.annotations.NullMarked;
