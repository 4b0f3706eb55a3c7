/** The page that an auditor opens first: what was judged, with which result, and what was not. */
@NullMarked
package io.cordon.compliance.evidence.page;

import org.jspecify.annotations.NullMarked;
