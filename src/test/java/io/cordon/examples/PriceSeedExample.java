package io.cordon.examples;

import io.cordon.cost.PriceSeed;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

public final class PriceSeedExample extends Construct {
    public PriceSeedExample(Stack stack, ITable costs, IKey phiKey, IKey applicationKey) {
        super(stack, "PriceSeedExample");
        // example:start
        new PriceSeed(this, "Prices", it -> it.table(costs).key(phiKey).functionKey(applicationKey));
        // example:end
    }
}
