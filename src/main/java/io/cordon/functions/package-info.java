/** Functions as their manifest states them: code, permissions, variables and metrics from one source. */
@NullMarked
package io.cordon.functions;

import org.jspecify.annotations.NullMarked;
