/** Signs people in: an ID token of Google or Apple against an access token of ours, and a session that renews it. */
@NullMarked
package io.cordon.runtime.auth;

import org.jspecify.annotations.NullMarked;
