/** What CloudFormation asks a function to make, and the answer that it waits for. */
@NullMarked
package io.cordon.runtime.provisioning;

import org.jspecify.annotations.NullMarked;
