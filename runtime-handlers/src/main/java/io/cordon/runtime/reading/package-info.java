/** Reads one document with one call of a model; what comes back is checked before anybody believes it. */
@NullMarked
package io.cordon.runtime.reading;

import org.jspecify.annotations.NullMarked;
