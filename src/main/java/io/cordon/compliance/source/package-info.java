/** Which line of Java made which construct, for any construct of any app. */
@NullMarked
package io.cordon.compliance.source;

import org.jspecify.annotations.NullMarked;
