/** What calls of models cost: each call is booked before it is made, and settled once when its usage is known. */
@NullMarked
package io.cordon.runtime.costs;

import org.jspecify.annotations.NullMarked;
