package io.cordon.cost;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one million tokens of a model cost, in millionths of a US dollar: 3 dollars are 3,000,000.
 *
 * @param model its id, as Bedrock writes it
 * @param input tokens that are sent
 * @param output tokens that are made
 * @param cacheRead tokens that are read from the prompt cache
 * @param cacheWrite tokens that are written to the prompt cache
 */
public record ModelPrice(String model, long input, long output, long cacheRead, long cacheWrite) {
    /** As texts: CloudFormation would make them so, and a large number is none of those that every reader keeps. */
    Map<String, Object> asProperties() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("model", model);
        properties.put("inputMicroUsdPerMillionTokens", Long.toString(input));
        properties.put("outputMicroUsdPerMillionTokens", Long.toString(output));
        properties.put("cacheReadMicroUsdPerMillionTokens", Long.toString(cacheRead));
        properties.put("cacheWriteMicroUsdPerMillionTokens", Long.toString(cacheWrite));
        return properties;
    }
}
