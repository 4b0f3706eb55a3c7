package io.cordon.runtime.process;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.costs.DynamoDbAccounts;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.PowertoolsMeter;
import io.cordon.runtime.reading.BedrockReader;
import io.cordon.runtime.reading.BedrockReader.Terms;
import io.cordon.runtime.reading.ContentCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Started by EventBridge for each document that arrives. */
public final class ProcessHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private final Delivery delivery;

    /** As Lambda makes it. */
    public ProcessHandler() {
        this(AwsClients.dynamoDb(), Clock.systemUTC());
    }

    private ProcessHandler(DynamoDbClient table, Clock clock) {
        this(new Delivery(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                Env.UPLOAD_BUCKET.value(),
                new Process(
                        new DynamoDbClaims(table, Env.APPLICATION_TABLE.value()),
                        S3JobFiles.in(AwsClients.s3(), Env.UPLOAD_BUCKET.value()),
                        new Examination(
                                new ContentCheck(Env.LONGEST_TEXT_CHARACTERS.number()),
                                new BedrockReader(
                                        AwsClients.bedrockRuntime(),
                                        Env.MODEL_PROFILE.value(),
                                        Terms.of(Env.LONGEST_ANSWER_TOKENS.number())),
                                DynamoDbAccounts.in(
                                        table,
                                        Env.COST_TABLE.value(),
                                        Duration.ofDays(Env.COST_RECORD_DAYS.number()),
                                        Env.MODEL.value(),
                                        new PowertoolsMeter(),
                                        clock)),
                        Env.TRIES.number()),
                clock));
    }

    ProcessHandler(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        delivery.take(event, context);
        return null;
    }
}
