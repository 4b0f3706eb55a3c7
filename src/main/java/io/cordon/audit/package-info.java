/** Records who did what, and proves that the record is whole. */
@NullMarked
package io.cordon.audit;

import org.jspecify.annotations.NullMarked;
