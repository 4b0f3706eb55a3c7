/** Requests as API Gateway hands them over, replies and RFC 9457 problems. */
@NullMarked
package io.cordon.runtime.http;

import org.jspecify.annotations.NullMarked;
