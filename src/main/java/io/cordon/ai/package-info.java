/** Foundation models for PHI: which ones, by which way, at which price, and how nothing goes round them. */
@NullMarked
package io.cordon.ai;

import org.jspecify.annotations.NullMarked;
