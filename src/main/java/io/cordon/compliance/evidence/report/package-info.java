/** The evidence in the formats that code scanning and build servers read. */
@NullMarked
package io.cordon.compliance.evidence.report;

import org.jspecify.annotations.NullMarked;
