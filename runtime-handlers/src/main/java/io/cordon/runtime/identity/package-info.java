/** Keeps the public keys of those who sign people in: the root of trust of every sign-in. */
@NullMarked
package io.cordon.runtime.identity;

import org.jspecify.annotations.NullMarked;
