/** How people lie in the table: by an opaque id, found by values that nobody can turn back, with sealed names. */
@NullMarked
package io.cordon.runtime.people;

import org.jspecify.annotations.NullMarked;
