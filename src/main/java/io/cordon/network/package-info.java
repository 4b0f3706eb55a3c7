/** Networks without a way out: endpoints instead of routes. */
@NullMarked
package io.cordon.network;

import org.jspecify.annotations.NullMarked;
