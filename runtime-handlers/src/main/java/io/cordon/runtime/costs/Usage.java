package io.cordon.runtime.costs;

/**
 * What one call of a model consumed.
 *
 * @param input tokens that the model read, without those of its cache
 * @param output tokens that it wrote
 * @param cacheRead tokens read from the prompt cache
 * @param cacheWrite tokens written to the prompt cache
 */
public record Usage(long input, long output, long cacheRead, long cacheWrite) {
    /** Nothing: the call was turned away before the model read it. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);
}
