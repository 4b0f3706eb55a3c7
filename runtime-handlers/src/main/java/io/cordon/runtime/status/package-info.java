/** Tells the owner of a job how far it has come. */
@NullMarked
package io.cordon.runtime.status;

import org.jspecify.annotations.NullMarked;
