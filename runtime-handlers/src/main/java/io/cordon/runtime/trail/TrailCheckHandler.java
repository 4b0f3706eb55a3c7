package io.cordon.runtime.trail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.PowertoolsMeter;
import io.cordon.runtime.provisioning.CustomResource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A custom resource at each deployment, a scheduled job every day. */
public final class TrailCheckHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {
    /** CloudTrail delivers about every five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final CustomResource deployment;
    private final DailyCheck daily;

    /** As Lambda makes it. */
    public TrailCheckHandler() {
        this(PATIENCE);
    }

    TrailCheckHandler(Duration patience) {
        this(
                Env.POWERTOOLS_SERVICE_NAME.value(),
                new TrailCheck(
                        new CloudTrailTrails(AwsClients.cloudTrail(), Env.TRAIL.value()),
                        TrailExpectation.parse(Env.TRAIL_EXPECTED.value()),
                        new DigestChain(
                                new S3TrailFiles(AwsClients.s3ForLongReads(), Env.TRAIL_BUCKET.value()),
                                new CloudTrailSigningKeys(AwsClients.cloudTrail(), Clock.systemUTC()),
                                Clock.systemUTC()),
                        Env.TRAIL_BUCKET.value(),
                        new PowertoolsMeter(),
                        Clock.systemUTC(),
                        patience,
                        time -> LockSupport.parkNanos(time.toNanos())));
    }

    TrailCheckHandler(String function, TrailCheck check) {
        this.deployment = new CustomResource(function, check, check.clock());
        this.daily = new DailyCheck(function, check);
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        if (CustomResource.sent(event)) {
            deployment.serve(event, context);
        } else {
            daily.serve(event, context);
        }
        return null;
    }
}
