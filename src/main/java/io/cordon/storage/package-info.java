/** Buckets: temporary PHI that expires, and logs that must not. */
@NullMarked
package io.cordon.storage;

import org.jspecify.annotations.NullMarked;
