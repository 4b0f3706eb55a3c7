package io.cordon.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What each model costs, as a table with a version: that of the model list, or one of your own.
 *
 * @param version the name of these prices, and of no others
 * @param prices one for each model
 */
public record PriceBook(String version, List<ModelPrice> prices) {
    private static final int VERSION_CHARACTERS = 16;

    /** Keeps a copy of the prices; whoever uses a book checks it. */
    public PriceBook {
        prices = List.copyOf(prices);
    }

    /**
     * What a million tokens of one model cost, in millionths of a US dollar: 3 dollars are 3,000,000.
     *
     * @param model the id of the model; a call names its profile, which is this id behind a geography and a dot
     * @param inputMicroUsdPerMillionTokens prompt, as far as no cache is used
     * @param outputMicroUsdPerMillionTokens answer, reasoning included
     * @param cacheReadMicroUsdPerMillionTokens prompt, read from the cache
     * @param cacheWriteMicroUsdPerMillionTokens prompt, written to the cache
     */
    public record ModelPrice(
            String model,
            long inputMicroUsdPerMillionTokens,
            long outputMicroUsdPerMillionTokens,
            long cacheReadMicroUsdPerMillionTokens,
            long cacheWriteMicroUsdPerMillionTokens) {}

    /** Returns the prices of the one model list, {@code policies/bedrock/models.json}. */
    public static PriceBook current() {
        return of(
                BedrockModels.current().models().stream().map(PriceBook::price).toList());
    }

    /** Returns a book of your own prices, whose version changes with any of them and with nothing else. */
    public static PriceBook of(List<ModelPrice> prices) {
        var sorted =
                prices.stream().sorted(Comparator.comparing(ModelPrice::model)).toList();
        return new PriceBook(version(sorted), sorted);
    }

    private static ModelPrice price(ModelPolicy model) {
        var prices = model.prices();
        return new ModelPrice(
                model.id(),
                prices.inputMicroUsdPerMillionTokens(),
                prices.outputMicroUsdPerMillionTokens(),
                prices.cacheReadMicroUsdPerMillionTokens(),
                prices.cacheWriteMicroUsdPerMillionTokens());
    }

    private static String version(List<ModelPrice> prices) {
        var text = prices.stream().map(PriceBook::line).collect(Collectors.joining());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: every Java has it", e);
        }
    }

    /** Written out, so that anybody can compute a version again; what a record's {@code toString} says is Java's. */
    private static String line(ModelPrice price) {
        return price.model()
                + " " + price.inputMicroUsdPerMillionTokens()
                + " " + price.outputMicroUsdPerMillionTokens()
                + " " + price.cacheReadMicroUsdPerMillionTokens()
                + " " + price.cacheWriteMicroUsdPerMillionTokens() + "\n";
    }
}
