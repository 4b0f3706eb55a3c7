package io.cordon.runtime.pricing;

import io.cordon.runtime.provisioning.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All prices of one version, read from what CloudFormation sends: every number may have become a text. */
record PriceBook(String version, List<Price> prices) {
    static final String INPUT = "inputMicroUsdPerMillionTokens";
    static final String OUTPUT = "outputMicroUsdPerMillionTokens";
    static final String CACHE_READ = "cacheReadMicroUsdPerMillionTokens";
    static final String CACHE_WRITE = "cacheWriteMicroUsdPerMillionTokens";

    /** A million dollars for a million tokens: above that, somebody has confused the unit. */
    private static final long MOST = 1_000_000_000_000L;

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

    /**
     * Reads a price book.
     *
     * @throws Refused listing all that is wrong in it, each with model and field
     */
    static PriceBook read(Map<String, Object> properties) {
        List<String> problems = new ArrayList<>();
        if (!(properties.get("Version") instanceof String version)
                || !NAME.matcher(version).matches()) {
            throw new Refused(
                    "Version is missing or no name of at most 200 letters, digits and . _ : / -; name the book.");
        }
        List<Price> prices = new ArrayList<>();
        Set<String> models = new HashSet<>();
        for (Object entry : properties.get("Prices") instanceof List<?> list ? list : List.of()) {
            prices.add(price(prices.size(), entry instanceof Map<?, ?> map ? map : Map.of(), models, problems));
        }
        if (prices.isEmpty()) {
            problems.add("Prices is empty; list one price for each model.");
        }
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        return new PriceBook(version, List.copyOf(prices));
    }

    private static Price price(int index, Map<?, ?> entry, Set<String> models, List<String> problems) {
        String model = entry.get("model") instanceof String text ? text : "";
        if (!NAME.matcher(model).matches()) {
            problems.add("Prices[" + index + "].model is missing or no id of a model; write it as Bedrock does.");
            return new Price("", 0, 0, 0, 0);
        }
        if (!models.add(model)) {
            problems.add(model + " is there twice; keep one price.");
        }
        return new Price(
                model,
                number(model, INPUT, entry, problems),
                number(model, OUTPUT, entry, problems),
                number(model, CACHE_READ, entry, problems),
                number(model, CACHE_WRITE, entry, problems));
    }

    private static long number(String model, String field, Map<?, ?> entry, List<String> problems) {
        Object value = entry.get(field);
        String text =
                value instanceof Integer || value instanceof Long || value instanceof String ? value.toString() : "";
        if (WHOLE.matcher(text).matches() && Long.parseLong(text) <= MOST) {
            return Long.parseLong(text);
        }
        problems.add(model + ": " + field + (value == null ? " is missing" : " is no whole number from 0 to 10^12")
                + "; write millionths of a dollar for a million tokens.");
        return 0;
    }
}
