/** Brings an uploaded document to its result or failure, once however often it is announced. */
@NullMarked
package io.cordon.runtime.process;

import org.jspecify.annotations.NullMarked;
