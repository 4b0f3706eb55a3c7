package io.cordon.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What each model costs, as a table with a version.
 *
 * @param version changes with any price and with nothing else
 * @param prices one for each model, by id
 */
public record PriceBook(String version, List<ModelPrice> prices) {
    private static final int VERSION_CHARACTERS = 16;

    /**
     * What a million tokens of one model cost, in millionths of a US dollar.
     *
     * @param model the id of the model; a call names its profile, which is this id behind a geography and a dot
     * @param inputMicroUsdPerMillionTokens prompt, as far as no cache is used
     * @param outputMicroUsdPerMillionTokens answer, reasoning included
     * @param cacheReadMicroUsdPerMillionTokens prompt, read from the cache
     * @param cacheWriteMicroUsdPerMillionTokens prompt, written to the cache
     */
    public record ModelPrice(
            String model,
            int inputMicroUsdPerMillionTokens,
            int outputMicroUsdPerMillionTokens,
            int cacheReadMicroUsdPerMillionTokens,
            int cacheWriteMicroUsdPerMillionTokens) {}

    /** Returns the prices of the one model list. */
    public static PriceBook current() {
        return of(BedrockModels.current().models());
    }

    static PriceBook of(List<ModelPolicy> models) {
        var prices = models.stream()
                .map(PriceBook::price)
                .sorted(Comparator.comparing(ModelPrice::model))
                .toList();
        return new PriceBook(version(prices), prices);
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
        var text = prices.stream().map(ModelPrice::toString).collect(Collectors.joining("\n"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: every Java has it", e);
        }
    }
}
