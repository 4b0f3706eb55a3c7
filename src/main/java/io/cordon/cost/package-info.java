/** What the use of models costs, and what it was charged by. */
@NullMarked
package io.cordon.cost;

import org.jspecify.annotations.NullMarked;
