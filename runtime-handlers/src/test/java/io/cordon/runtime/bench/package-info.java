/** How long functions take to start; run by a profile, never by a build. */
package io.cordon.runtime.bench;
