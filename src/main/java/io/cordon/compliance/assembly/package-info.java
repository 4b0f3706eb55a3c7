/** A synthesized app as its files say it: stacks, resources, and the exceptions recorded beside them. */
@NullMarked
package io.cordon.compliance.assembly;

import org.jspecify.annotations.NullMarked;
