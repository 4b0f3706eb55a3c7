/** What is worth seeing of one thing, and when somebody must be told, from metrics that exist. */
@NullMarked
package io.cordon.observe.monitors;

import org.jspecify.annotations.NullMarked;
