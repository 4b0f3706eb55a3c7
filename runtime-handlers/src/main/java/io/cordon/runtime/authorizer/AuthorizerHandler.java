package io.cordon.runtime.authorizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.PowertoolsMeter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;

/**
 * The REQUEST authorizer of the REST API. It reads the event as bytes: the library's own class for it leaves out
 * {@code multiValueHeaders}, without which a header that was sent twice looks like one.
 */
public final class AuthorizerHandler implements RequestStreamHandler {
    private final Gate gate;

    /** As Lambda makes it. */
    public AuthorizerHandler() {
        this(new PowertoolsMeter(), Clock.systemUTC());
    }

    private AuthorizerHandler(Meter meter, Clock clock) {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                new Authorizer(
                        SigningKeys.of(
                                Env.SIGNING_KEYS.value(),
                                new CachedPublicKeys(new KmsPublicKeys(AwsClients.kms()), meter, clock)),
                        new TokenRules(
                                Env.TOKEN_ISSUER.value(),
                                Env.TOKEN_AUDIENCE.value(),
                                Duration.ofSeconds(Env.LONGEST_TOKEN_SECONDS.number())),
                        meter,
                        clock));
    }

    AuthorizerHandler(String function, Authorizer authorizer) {
        this.gate = new Gate(function, authorizer);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        gate.serve(event, answer, context);
    }
}
