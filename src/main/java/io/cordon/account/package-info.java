/** What exists once per account and region. */
@NullMarked
package io.cordon.account;

import org.jspecify.annotations.NullMarked;
