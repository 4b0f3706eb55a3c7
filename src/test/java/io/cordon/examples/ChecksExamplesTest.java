package io.cordon.examples;

import io.cordon.audit.WatchStack;
import io.cordon.storage.SecureTempBucket;
import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.sns.Topic;

class ChecksExamplesTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        var stack = new WatchStack(app, "Examples");
        var alarms = Topic.Builder.create(stack, "Alarms")
                .masterKey(stack.functionKey)
                .build();
        var trail = new TrailWatchExample.Trail(stack.trail, stack.bucket, stack.trailKey);
        new TrailWatchExample(stack, trail, stack.functionKey, alarms);
        var prompts = new SecureTempBucket(stack, "Prompts", it -> it.accessLogs(stack.bucket));
        new ModelPrivacyExample(stack, prompts);
        new PriceSeedExample(stack, Table.fromTableName(stack, "Costs", "costs"), stack.trailKey, stack.functionKey);
    });

    @Test
    void watchesTheTrailOfTheExample() {
        ALL.template("Examples").resourceCountIs("Custom::TrailCheck", 1);
        ALL.template("Examples").resourceCountIs("AWS::CloudWatch::Alarm", 2);
    }

    @Test
    void writesTheBookOfTheExample() {
        ALL.template("Examples").resourceCountIs("Custom::PriceBook", 1);
    }

    @Test
    void logsPromptsWhereTheExampleSays() {
        ALL.template("Examples").resourceCountIs("Custom::ModelPrivacy", 1);
    }
}
