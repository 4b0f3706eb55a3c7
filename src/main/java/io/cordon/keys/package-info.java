/** Customer-managed keys, one for each class of data. */
@NullMarked
package io.cordon.keys;

import org.jspecify.annotations.NullMarked;
