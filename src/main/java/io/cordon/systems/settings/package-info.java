/** How a system's settings are overridden from the context, and how wrong ones are reported: all at once. */
@NullMarked
package io.cordon.systems.settings;

import org.jspecify.annotations.NullMarked;
