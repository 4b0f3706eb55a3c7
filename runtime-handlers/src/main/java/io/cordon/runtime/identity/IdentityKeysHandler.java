package io.cordon.runtime.identity;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.PowertoolsMeter;
import io.cordon.runtime.platform.Time;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scheduled job outside the VPC: fetches the keys of {@link Provider}s, and knows of no person. */
public final class IdentityKeysHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private static final Duration CONNECTION = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final Renewal renewal;

    /** As Lambda makes it. */
    public IdentityKeysHandler() {
        this(Provider::keys);
    }

    IdentityKeysHandler(Function<Provider, URI> places) {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                new IdentityKeys(
                        new HttpsKeySource(AwsClients.http(CONNECTION, SILENCE), places),
                        new DynamoDbKeyShelf(AwsClients.dynamoDb(), Env.APPLICATION_TABLE.value()),
                        new PowertoolsMeter(),
                        Time.clock()));
    }

    IdentityKeysHandler(String function, IdentityKeys keys) {
        this.renewal = new Renewal(function, keys);
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        renewal.serve(event, context);
        return null;
    }
}
