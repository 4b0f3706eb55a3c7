package io.cordon.cost;

import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.CheckPolicy;
import io.cordon.policies.PriceBook.ModelPrice;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Keeps a price book in the cost table. Each version is written once and never changed, so that what a call was charged
 * by can be proved years later; a deletion leaves all of them.
 */
public final class PriceSeed extends Construct {
    /** The function's name in the manifest, by which {@code FunctionManifest} tells which endpoints it needs. */
    public static final String FUNCTION = "price-seed";

    private final RuntimeFunction function;
    private final CustomResource book;

    /** Creates the seed with the properties that {@code props} states. */
    public PriceSeed(Construct scope, String id, Consumer<PriceSeedProps.Builder> props) {
        this(scope, id, PriceSeedProps.from(props));
    }

    /** Creates the seed. */
    public PriceSeed(Construct scope, String id, PriceSeedProps props) {
        super(scope, id);

        this.function = new RuntimeFunction(this, "Writer", it -> {
            it.function(FUNCTION)
                    .bind("costs", props.table, props.key)
                    .key(props.functionKey)
                    .reservedConcurrency(props.reservedConcurrency);
            props.place(it);
        });
        this.book = book(props);
    }

    /** Returns the function that writes. */
    public IFunction getFunction() {
        return function.getFunction();
    }

    /** Returns the same function with its metrics, role, log and dead letters. */
    public RuntimeFunction getRuntimeFunction() {
        return function;
    }

    /** Returns the book: what depends on it finds its prices. */
    public IDependable getBook() {
        return book;
    }

    private CustomResource book(PriceSeedProps props) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("Table", props.table.getTableName());
        properties.put("Version", props.prices.version());
        properties.put(
                "Prices",
                props.prices.prices().stream()
                        .sorted(Comparator.comparing(ModelPrice::model))
                        .map(PriceSeed::properties)
                        .toList());
        var minutes = CheckPolicy.current().priceSeedMinutes().value();
        var written = CustomResource.Builder.create(this, "Book")
                .resourceType("Custom::PriceBook")
                .serviceToken(function.getAlias().getFunctionArn())
                .serviceTimeout(Duration.minutes(minutes))
                .properties(properties)
                .build();
        written.getNode().addDependency(props.table);
        written.getNode().addDependency(props.after.toArray(IDependable[]::new));
        return written;
    }

    /** As texts: CloudFormation would make them so, and a large number is none of those that every reader keeps. */
    private static Map<String, Object> properties(ModelPrice price) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("model", price.model());
        properties.put("inputMicroUsdPerMillionTokens", Long.toString(price.inputMicroUsdPerMillionTokens()));
        properties.put("outputMicroUsdPerMillionTokens", Long.toString(price.outputMicroUsdPerMillionTokens()));
        properties.put("cacheReadMicroUsdPerMillionTokens", Long.toString(price.cacheReadMicroUsdPerMillionTokens()));
        properties.put("cacheWriteMicroUsdPerMillionTokens", Long.toString(price.cacheWriteMicroUsdPerMillionTokens()));
        return properties;
    }
}
