package io.cordon.runtime.result;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.http.Endpoint;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.DynamoDbJobs;
import io.cordon.runtime.jobs.S3Outcomes;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import java.time.Clock;

/** {@code GET /api/v1/process/result/{jobId}}. */
public final class ResultHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /** As Lambda makes it. */
    public ResultHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Origins.of(Env.ALLOWED_ORIGINS.list()),
                new Result(
                        new DynamoDbJobs(AwsClients.dynamoDb(), Env.APPLICATION_TABLE.value()),
                        new S3Outcomes(AwsClients.s3(), Env.UPLOAD_BUCKET.value()),
                        Clock.systemUTC()));
    }

    ResultHandler(String function, Origins origins, Result result) {
        this.endpoint = new Endpoint(function, origins, result::answer);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.serve(event, context);
    }
}
