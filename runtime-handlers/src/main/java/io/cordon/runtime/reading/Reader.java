package io.cordon.runtime.reading;

import java.time.Duration;

/** Reads documents. */
@FunctionalInterface
public interface Reader {
    /**
     * Reads a document by one call of a model, which throttling may repeat, and never throws for what the model or its
     * service did: every outcome is a {@link Reading}.
     *
     * @param content what was found to be of the announced type
     * @param time what the call with all its attempts may take
     */
    Reading read(Content content, Duration time);
}
