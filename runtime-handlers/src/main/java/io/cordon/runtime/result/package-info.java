/** Gives the owner of a job what was found in its document. */
@NullMarked
package io.cordon.runtime.result;

import org.jspecify.annotations.NullMarked;
