package io.cordon.runtime.pricing;

/**
 * What one million tokens of a model cost, in millionths of a US dollar.
 *
 * @param model its id
 * @param input tokens that are sent
 * @param output tokens that are made
 * @param cacheRead tokens that are read from the prompt cache
 * @param cacheWrite tokens that are written to the prompt cache
 */
record Price(String model, long input, long output, long cacheRead, long cacheWrite) {}
