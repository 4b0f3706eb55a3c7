/** The front door: what may reach a function over HTTP, and what is written down about it. */
@NullMarked
package io.cordon.api;

import org.jspecify.annotations.NullMarked;
