/** Who may deploy from outside the account, without a key that anybody stores. */
@NullMarked
package io.cordon.pipeline;

import org.jspecify.annotations.NullMarked;
