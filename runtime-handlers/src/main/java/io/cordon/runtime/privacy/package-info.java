/** Sets what Bedrock keeps of prompts and answers, in one account and region. */
@NullMarked
package io.cordon.runtime.privacy;

import org.jspecify.annotations.NullMarked;
