package io.cordon.runtime.privacy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.provisioning.CustomResource;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A custom resource that sets what Bedrock keeps of prompts and answers; its deletion leaves that nothing is kept. */
public final class ModelPrivacyHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private final CustomResource deployment;

    /** As Lambda makes it. */
    public ModelPrivacyHandler() {
        this(time -> LockSupport.parkNanos(time.toNanos()));
    }

    ModelPrivacyHandler(ModelPrivacy.Pause pause) {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                new ModelPrivacy(
                        new BedrockInvocationLogging(AwsClients.bedrock()),
                        new BedrockDataRetention(new BedrockHttp(AwsClients.bedrock())),
                        Clock.systemUTC(),
                        pause));
    }

    ModelPrivacyHandler(String function, ModelPrivacy privacy) {
        this.deployment = new CustomResource(function, privacy, privacy.clock());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        deployment.serve(event, context);
        return null;
    }
}
