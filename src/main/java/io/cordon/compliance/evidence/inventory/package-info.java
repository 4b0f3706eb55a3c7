/** What every resource is, under which key, for how long, how it is backed up and who can reach it. */
@NullMarked
package io.cordon.compliance.evidence.inventory;

import org.jspecify.annotations.NullMarked;
