package io.cordon.runtime.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one million tokens of a model cost, in millionths of a US dollar.
 *
 * @param book the version of the price book
 * @param input tokens that the model reads
 * @param output tokens that it writes
 * @param cacheRead tokens that are read from the prompt cache
 * @param cacheWrite tokens that are written to the prompt cache
 */
public record Price(String book, long input, long output, long cacheRead, long cacheWrite) {
    /** What this usage costs: the sum is rounded up once, so that no call is free and no part is rounded by itself. */
    public Charge of(Usage usage) {
        BigDecimal total = times(usage.input(), input)
                .add(times(usage.output(), output))
                .add(times(usage.cacheRead(), cacheRead))
                .add(times(usage.cacheWrite(), cacheWrite));
        return new Charge(
                total.movePointLeft(6).setScale(0, RoundingMode.CEILING).longValueExact(), book);
    }

    private static BigDecimal times(long tokens, long price) {
        return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(price));
    }
}
