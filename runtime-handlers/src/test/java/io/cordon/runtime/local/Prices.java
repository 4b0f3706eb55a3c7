package io.cordon.runtime.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Price books, as CloudFormation sends them: every number a text. */
public final class Prices {
    private Prices() {}

    /** A book with one price for each model. */
    public static Map<String, Object> book(String version, String... models) {
        return book(version, Stream.of(models).map(Prices::price).toList());
    }

    /** A book of these prices. */
    public static Map<String, Object> book(String version, List<Map<String, Object>> prices) {
        return new TreeMap<>(Map.of("ServiceToken", "token", "Version", version, "Prices", new ArrayList<>(prices)));
    }

    /** The price of one model. */
    public static Map<String, Object> price(String model) {
        return new TreeMap<>(Map.of(
                "model", model,
                "inputMicroUsdPerMillionTokens", "800000",
                "outputMicroUsdPerMillionTokens", "4000000",
                "cacheReadMicroUsdPerMillionTokens", "80000",
                "cacheWriteMicroUsdPerMillionTokens", "1000000"));
    }

    /** The same price with another number. */
    public static Map<String, Object> with(Map<String, Object> price, String field, Object value) {
        Map<String, Object> changed = new TreeMap<>(price);
        changed.put(field, value);
        return changed;
    }

    /** What is kept of a model under this sort key; nothing has no attributes. */
    public static Items.Item kept(String model, String sort) {
        return new Items.Item(LocalAws.DYNAMODB
                .getItem(get -> get.tableName(LocalAws.COSTS)
                        .key(Map.of("PK", AttributeValue.fromS("PRICE#" + model), "SK", AttributeValue.fromS(sort))))
                .item());
    }
}
