package io.cordon.runtime.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.http.Endpoint;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.PowertoolsMeter;
import io.cordon.runtime.upload.DynamoDbIntake.Terms;
import java.time.Clock;
import java.time.Duration;

/** {@code POST /api/v1/process/upload}. */
public final class UploadHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /** As Lambda makes it. */
    public UploadHandler() {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Origins.of(Env.ALLOWED_ORIGINS.list()),
                new Upload(
                        new DynamoDbIntake(
                                AwsClients.dynamoDb(),
                                Env.APPLICATION_TABLE.value(),
                                new Terms(Env.UPLOADS_PER_HOUR.number(), Duration.ofDays(Env.JOB_DAYS.number()))),
                        new S3Invitations(
                                AwsClients.s3Presigner(),
                                Env.UPLOAD_BUCKET.value(),
                                Duration.ofSeconds(Env.UPLOAD_URL_SECONDS.number())),
                        new PowertoolsMeter(),
                        Clock.systemUTC(),
                        Env.LARGEST_UPLOAD_BYTES.number()));
    }

    UploadHandler(String function, Origins origins, Upload upload) {
        this.endpoint = new Endpoint(function, origins, upload::answer);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.serve(event, context);
    }
}
