/** Trails: who did what to which store, kept where nobody can change it. */
@NullMarked
package io.cordon.audit;

import org.jspecify.annotations.NullMarked;
