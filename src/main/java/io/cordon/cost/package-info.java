/** What calls to models cost, by person, by month and by model. */
@NullMarked
package io.cordon.cost;

import org.jspecify.annotations.NullMarked;
