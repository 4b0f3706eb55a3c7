/** What every function stands on: its environment, its AWS clients, its metrics and its one log line. */
@NullMarked
package io.cordon.runtime.platform;

import org.jspecify.annotations.NullMarked;
