/** Forgets a job before its time when its owner says so. */
@NullMarked
package io.cordon.runtime.cleanup;

import org.jspecify.annotations.NullMarked;
