/** One piece of work on one document, from the invitation to upload it until its result; ports in our words, AWS behind them. */
@NullMarked
package io.cordon.runtime.jobs;

import org.jspecify.annotations.NullMarked;
