package io.cordon.runtime.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.http.Endpoint;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.PowertoolsMeter;
import io.cordon.runtime.platform.Time;

/** {@code POST /api/v1/auth/oauth-onboarding}, {@code /oauth-signin} and {@code /refresh}. */
public final class AuthHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /** As Lambda makes it. */
    public AuthHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Origins.of(Env.ALLOWED_ORIGINS.list()),
                new AwsAuth(AwsClients.dynamoDb(), AwsClients.kms(), new PowertoolsMeter(), Time.clock()).auth());
    }

    AuthHandler(String function, Origins origins, Auth auth) {
        this.endpoint = new Endpoint(function, origins, auth::answer);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.serve(event, context);
    }
}
