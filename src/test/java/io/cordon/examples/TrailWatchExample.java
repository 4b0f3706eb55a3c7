package io.cordon.examples;

import io.cordon.audit.TrailWatch;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.interfaces.cloudtrail.ITrailRef;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

public final class TrailWatchExample extends Construct {
    /** What the stack has already. */
    public record Trail(ITrailRef trail, IBucket bucket, IKey key) {}

    public TrailWatchExample(Stack stack, Trail have, IKey applicationKey, ITopic alarms) {
        super(stack, "TrailWatchExample");
        // example:start
        new TrailWatch(
                this,
                "TrailWatch",
                it -> it.trail(have.trail())
                        .bucket(have.bucket())
                        .key(have.key())
                        .functionKey(applicationKey)
                        .alarmTopic(alarms));
        // example:end
    }
}
