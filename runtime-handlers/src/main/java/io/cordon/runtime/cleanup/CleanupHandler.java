package io.cordon.runtime.cleanup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.http.Endpoint;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbClearance;
import io.cordon.runtime.jobs.S3Remains;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import java.time.Clock;

/** {@code DELETE /api/v1/process/cleanup/{jobId}}. */
public final class CleanupHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /** As Lambda makes it. */
    public CleanupHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Origins.of(Env.ALLOWED_ORIGINS.list()),
                new Cleanup(
                        new DynamoDbClearance(AwsClients.dynamoDb(), Env.APPLICATION_TABLE.value()),
                        new S3Remains(AwsClients.s3(), Env.UPLOAD_BUCKET.value()),
                        Clock.systemUTC()));
    }

    CleanupHandler(String function, Origins origins, Cleanup cleanup) {
        this.endpoint = new Endpoint(function, origins, cleanup::answer);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.serve(event, context);
    }
}
