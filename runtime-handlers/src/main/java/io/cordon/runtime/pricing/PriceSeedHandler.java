package io.cordon.runtime.pricing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.provisioning.CustomResource;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A custom resource that keeps a price book; its deletion leaves every book. */
public final class PriceSeedHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private final CustomResource deployment;

    /** As Lambda makes it. */
    public PriceSeedHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                new DynamoDbPriceBooks(AwsClients.dynamoDb(), Env.COST_TABLE.value()));
    }

    PriceSeedHandler(String function, PriceBooks books) {
        this.deployment = new CustomResource(
                function, change -> books.keep(PriceBook.read(change.properties())), Clock.systemUTC());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        deployment.serve(event, context);
        return null;
    }
}
