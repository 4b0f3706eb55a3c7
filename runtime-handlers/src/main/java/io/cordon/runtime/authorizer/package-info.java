/** Decides who may call the API: one access token, ES256, under a key that never leaves KMS. */
@NullMarked
package io.cordon.runtime.authorizer;

import org.jspecify.annotations.NullMarked;
