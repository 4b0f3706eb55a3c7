package io.cordon.examples;

import io.cordon.cost.ModelPrice;
import io.cordon.cost.PriceSeed;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

public final class PriceSeedExample extends Construct {
    public PriceSeedExample(Stack stack, ITable costs, IKey applicationKey) {
        super(stack, "PriceSeedExample");
        // example:start
        new PriceSeed(
                this,
                "Prices",
                it -> it.table(costs)
                        .key(applicationKey)
                        .functionKey(applicationKey)
                        .version("2026-11-21")
                        .prices(List.of(new ModelPrice("eu.example.model-v1:0", 60_000, 240_000, 15_000, 0))));
        // example:end
    }
}
