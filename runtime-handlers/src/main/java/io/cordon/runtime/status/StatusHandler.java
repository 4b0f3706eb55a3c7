package io.cordon.runtime.status;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.http.Endpoint;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import java.time.Clock;

/** {@code GET /api/v1/process/status/{jobId}}. */
public final class StatusHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /** As Lambda makes it. */
    public StatusHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Origins.of(Env.ALLOWED_ORIGINS.list()),
                new Status(
                        new DynamoDbJobs(AwsClients.dynamoDb(), Env.APPLICATION_TABLE.value()),
                        new S3Documents(AwsClients.s3(), Env.UPLOAD_BUCKET.value()),
                        Clock.systemUTC()));
    }

    StatusHandler(String function, Origins origins, Status status) {
        this.endpoint = new Endpoint(function, origins, status::answer);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.serve(event, context);
    }
}
