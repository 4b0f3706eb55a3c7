/** Dashboards, alarms and the topics that carry them to people. */
@NullMarked
package io.cordon.observe;

import org.jspecify.annotations.NullMarked;
