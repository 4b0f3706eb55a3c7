/** Stores that hold protected health information, and their backups. */
@NullMarked
package io.cordon.data;

import org.jspecify.annotations.NullMarked;
