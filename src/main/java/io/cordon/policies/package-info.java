/** Typed readers of the data in {@code policies/}, one record for each file. */
@NullMarked
package io.cordon.policies;

import org.jspecify.annotations.NullMarked;
